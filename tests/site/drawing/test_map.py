"""A map draws a place as finely as it is known, and no finer."""

from cairn.site.drawing.map import draw
from cairn.values import Finding, KnownIncident, Place, Precision, Range


def at(lat, lon, killed=1, precision=Precision.VILLAGE, name="Invented", name_ar=None):
    place = Place(name, lat, lon, precision, name_ar=name_ar)
    return KnownIncident(f"{lat},{lon},{killed}", Finding(killed=Range(killed, killed), place=place))


def test_a_governorate_is_no_point():
    drawn = draw([at(35, 39), at(36, 38, precision=Precision.GOVERNORATE)])
    assert len(drawn.circles) == 1
    assert drawn.unplaced == 1


def test_the_area_of_a_circle_grows_with_the_least_number_killed():
    small, large = sorted(draw([at(35, 39, 10), at(36, 38, 90)]).circles, key=lambda one: one.killed)
    assert small.radius < large.radius < 9 * small.radius


def test_neighbours_share_a_circle_and_none_is_lost():
    drawn = draw([at(35, 39, 2), at(35, 39, 3), at(36, 38, 1)])
    assert sorted(circle.killed for circle in drawn.circles) == [1, 5]
    assert sum(len(circle.incidents) for circle in drawn.circles) == 3


def test_one_stray_point_does_not_shrink_the_others_and_is_counted():
    drawn = draw([at(35 + n / 100, 39) for n in range(200)] + [at(0, 0)])
    assert drawn.outside == 1


def test_the_countries_watched_frame_the_map():
    here = KnownIncident("h", Finding(place=Place("Tell Amber", 35, 39, country="SY")))
    there = KnownIncident("t", Finding(place=Place("Elsewhere", -20, -50, country="BR")))
    assert draw([here, there], ["SY"]).outside == 1
    assert draw([here, there]).outside == 0


def test_north_is_up_and_east_is_right():
    west, east = sorted(draw([at(35, 38, 1), at(36, 39, 2)]).circles, key=lambda one: one.x)
    assert west.killed == 1
    assert east.y < west.y


def test_places_are_written_in_the_readers_script():
    (label,) = draw([at(35, 39, name="Tell Amber", name_ar="تل عنبر")], arabic=True).labels
    assert label.text == "تل عنبر"


def test_a_record_without_places_has_no_map():
    assert draw([KnownIncident("n", Finding(killed=Range(1, 1)))]) is None
