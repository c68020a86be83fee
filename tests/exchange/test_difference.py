"""What a later table of the same recorder says that is new."""

from __future__ import annotations

from cairn.exchange import Kept, difference, keyed, load_mapping, read_table
from tests.exchange.made import row, table

AIRWARS = load_mapping("airwars")
ACCUSED = load_mapping("airwars-attributions")
HEADER = (
    "incident,belligerent,type,assessment,conceded_killed_min,conceded_killed_max,"
    "conceded_injured_min,conceded_injured_max,mgrs"
)


def incidents(tmp_path, *rows):
    return list(read_table(table(tmp_path, *rows), AIRWARS))


def accused(tmp_path, *lines):
    path = tmp_path / "accused.csv"
    path.write_text("\n".join([HEADER, *(f"{line},,,,," for line in lines)]), encoding="utf-8")
    return list(read_table(path, ACCUSED))


def kept(rows):
    return [Kept(key, one.cells) for key, one in keyed(rows)]


def test_each_row_is_new_changed_unchanged_or_gone(tmp_path):
    before = kept(incidents(tmp_path, row(airwars_id="1"), row(airwars_id="2"), row(airwars_id="3")))
    after = incidents(
        tmp_path, row(airwars_id="4"), row(airwars_id="2", civ_killed_max="9"), row(airwars_id="1")
    )
    found = difference(after, before, AIRWARS)
    assert [key for key, _ in found.new] == ["4"]
    assert [(each.key, each.cells) for each in found.changed] == [("2", [("civ_killed_max", "5", "9")])]
    assert (found.unchanged, [one.key for one in found.missing]) == (1, ["3"])


def test_a_row_that_is_there_and_cannot_be_read_is_not_gone(tmp_path):
    before = kept(incidents(tmp_path, row(airwars_id="1"), row(airwars_id="2")))
    found = difference(incidents(tmp_path, row(airwars_id="1")), before, AIRWARS, {"2"})
    assert (found.unchanged, found.missing) == (2, ())


def test_a_column_that_came_or_went_is_a_change(tmp_path):
    before = kept(incidents(tmp_path, row()))
    wider = [Kept(before[0].key, {**before[0].cells, "once": "here"})]
    [changed] = difference(incidents(tmp_path, row()), wider, AIRWARS).changed
    assert changed.cells == [("once", "here", "")]


def test_a_row_without_an_id_that_changed_is_known_by_whom_it_speaks_of(tmp_path):
    before = kept(
        accused(tmp_path, "7,coalition,suspected,open_incident", "8,coalition,suspected,open_incident")
    )
    after = accused(tmp_path, "7,coalition,suspected,credible", "8,coalition,suspected,open_incident")
    found = difference(after, before, ACCUSED)
    assert [each.cells for each in found.changed] == [[("assessment", "open_incident", "credible")]]
    assert (found.new, found.unchanged, found.missing) == ((), 1, ())


def test_where_more_than_one_row_may_be_meant_none_is_taken_for_another(tmp_path):
    before = kept(accused(tmp_path, "7,coalition,suspected,open_incident", "7,coalition,suspected,duplicate"))
    found = difference(accused(tmp_path, "7,coalition,suspected,credible"), before, ACCUSED)
    assert (len(found.new), len(found.changed), len(found.missing)) == (1, 0, 2)


def test_equal_rows_without_an_id_are_as_many_as_there_are(tmp_path):
    once = accused(tmp_path, "7,coalition,suspected,credible")
    twice = accused(tmp_path, "7,coalition,suspected,credible", "7,coalition,suspected,credible")
    assert len(difference(twice, kept(once), ACCUSED).new) == 1
    assert len(difference(once, kept(twice), ACCUSED).missing) == 1
