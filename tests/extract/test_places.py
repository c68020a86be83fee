"""Where: a name becomes one place by its kind, its country and the other places named."""

import pytest

from cairn.extract.event_date import Told
from cairn.extract.event_place import event_place
from cairn.extract.places import find_places
from cairn.extract.read import read
from cairn.extract.words import words
from cairn.values import Precision, ReportText
from cairn.vocabulary.conflict import Conflict
from cairn.vocabulary.gazetteer import gazetteer


def located(text, *countries):
    known = gazetteer(Conflict(countries=countries))
    return find_places(text, words(text), known, countries)


def names(text, *countries):
    return [(each.place.name, each.place.country) for each in located(text, *countries)]


ONE = [
    ("Shells fell on the city of Homs.", "SY", "Homs", "a kind before the name"),
    ("Shells fell on Homs city.", "SY", "Homs", "a kind after the name"),
    ("Shells fell near Jisr ash-Shughur.", "SY", "Jisr ash Shughūr", "a hyphen and an article"),
    ("قصف على مدينة إدلب", "SY", "Idlib", "a kind before an Arabic name"),
    ("قصف استهدف #جسر_الشغور", "SY", "Jisr ash Shughūr", "a hashtag joined by strokes"),
    ("غارات على مدينة خان يونس", "PS", "Khān Yūnis", "two words"),
    ("وصلوا إلى مدينة للرقة", "SY", "Ar Raqqah", "small words hang on the name"),
]


@pytest.mark.parametrize(("text", "country", "name", "why"), ONE, ids=[row[3] for row in ONE])
def test_a_name_is_taken_for_its_place(text, country, name, why):
    assert [each.place.name for each in located(text, country)] == [name]


def test_the_country_decides_between_places_of_one_name():
    text = "A strike hit the city of Tripoli."
    assert names(text, "LB") == [("Tripoli", "LB")]
    assert names(text, "LY") == [("Tripoli", "LY")]


def test_a_governorate_is_meant_where_its_kind_is_said():
    assert located("Shells fell in Idlib province.", "SY")[0].place.precision is Precision.GOVERNORATE
    assert located("Shells fell in Idlib.", "SY")[0].place.precision is Precision.CITY


def test_common_words_in_a_sentence_are_no_places():
    assert names("The men of the market said they would march in May.", "SY") == []
    assert names("قالت المدينة إن الحرية للجميع", "SY") == []


def test_a_town_that_a_monitor_bears_in_its_name_is_not_where_it_happened():
    assert names("The Homs Monitor and the Idlib Watch said so.", "SY") == []


def test_a_village_far_from_the_countries_watched_is_known_by_its_own_name_only():
    text = "The Houston Police Department says a man was shot on the Northwest Side, near Harris County Jail."
    assert "Houston" in [name for name, _ in names(text, "US")]
    assert {"UA", "TR", "PS"}.isdisjoint(country for _, country in names(text, "US"))
    assert names("Shells fell on the village of Polytsi.", "SY") == [("Polytsi", "UA")]


def test_where_people_come_from_is_not_where_they_were_harmed():
    text = "A woman from the town of Salamiyah was killed by shells on the city of Homs."
    found = located(text, "SY")
    assert [each.cue for each in found] == ["origin", "city"]
    scene = event_place(found, [Told(text.index("killed"), text.index(" by"), (0, len(text)))])
    assert scene is not None
    assert scene.place.name == "Homs"


def test_the_finest_place_named_near_the_harm_is_the_scene():
    text = "Two were killed by shells on the town of Ariha, south of Idlib in Syria."
    scene = event_place(located(text, "SY"), [Told(0, 15, (0, len(text)))])
    assert scene is not None
    assert scene.place.precision in (Precision.TOWN, Precision.VILLAGE)


def test_a_military_grid_is_a_place_to_the_metre():
    [found] = located("The strike at 37SEV1512474858 was recorded.", "SY")
    assert found.place.mgrs == "37SEV1512474858"
    assert found.place.lat_lon == pytest.approx((35.918, 39.168), abs=0.001)


def test_a_malformed_grid_is_kept_without_a_point():
    found = [
        each for each in located("The strike at 37SEV151247485 was recorded.", "SY") if each.cue == "grid"
    ]
    assert all(each.place.lat is None for each in found)


def test_a_dateline_says_in_which_country_the_places_lie():
    text = "SAN SALVADOR, 4 March -- Two people were killed in San Miguel on Friday."
    assert [each.place.country for each in find_places(text, words(text), gazetteer())] == ["SV", "SV"]


def test_a_town_is_known_by_the_sound_of_any_of_its_names():
    [found] = located("قصف على مدينة كوباني", "SY")
    assert found.place.lat_lon == pytest.approx((36.89, 38.35), abs=0.02)


def test_a_mountain_is_not_the_village_of_its_name():
    assert names("قصف على قرية سرمين", "SY") == [("Sarmīn", "SY")]
    assert names("قصف على جبل سرمين", "SY") == []


def test_a_desert_called_after_a_city_is_country_around_it():
    [found] = located("قصف على بادية تدمر", "SY")
    assert (found.place.name, found.cue) == ("Tadmur", "lands")


def test_the_name_of_somebody_harmed_is_no_place():
    text = "قتل الشاب سامر جاسم المثالي بقصف على بلدة سرمين"
    found = read(ReportText("1", text, language="ara", countries=("SY",)))
    assert [place.name for place in found.places] == ["Sarmīn"]


def test_the_village_is_no_village_by_that_name():
    assert names("إصابة رجل باستهداف لقرية في ريف حلب ثم قصف بالقرية", "SY") == [("Aleppo", "SY")]


def test_where_fire_came_from_is_not_where_it_fell():
    text = "قتل رجل بقصف من قوات النظام المتمركزة في بلدة سرمين على مدينة بنش"
    found = located(text, "SY")
    place = event_place(found, [Told(0, 10, (0, len(text)))])
    assert place is not None
    assert place.place.name == "Binnish"


def test_a_city_means_its_land_where_a_village_in_it_is_told():
    text = "قتل طفل في إدلب. وقالت المصادر إن القصف استهدف بلدة سرمين."
    place = event_place(located(text, "SY"), [Told(0, 7, (0, 16))])
    assert place is not None
    assert place.place.name == "Sarmīn"


def test_where_a_report_names_no_place_its_pages_name_tells_where_it_is_from_and_not_where_it_was():
    page = "Raqqa News's Post\n\nRaqqa News\nShells fell at noon, and three people were killed."
    reading = read(ReportText("1", page, language="eng", countries=("SY",)))
    assert reading.place is None
    assert [place.country for place in reading.places] == ["SY"]
