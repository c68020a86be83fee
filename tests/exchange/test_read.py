"""Reading other recorders' tables: what a row means, and what is refused by name."""

from __future__ import annotations

import gzip
import json

import pytest

from cairn.exceptions import BadInput
from cairn.exchange import Rejected, Row, load_mapping, read_table
from cairn.values import Counted, Grade, PartialDate, Precision, Range, StrikeStatus
from tests.exchange.made import row, table

AIRWARS = load_mapping("airwars")


def only(rows):
    [one] = rows
    return one


def test_a_row_is_an_incident_with_its_codes_place_ranges_and_belligerents(tmp_path):
    read = only(read_table(table(tmp_path, row()), AIRWARS))
    known, finding = read.value, read.value.finding
    assert (known.id, known.codes, known.reports, known.reviewed) == ("7", ("XX12", "XX3", "XX4"), 3, True)
    assert (finding.killed, finding.injured) == (Range(2, 5), None)
    assert (finding.grade, finding.strike_status) == (Grade.FAIR, StrikeStatus.LIKELY)
    assert [each.name for each in finding.belligerents] == ["US-led Coalition", "Hill Militia"]
    assert (finding.date, finding.date_end) == (PartialDate("2017-05-12"), None)
    assert finding.place.lat_lon == (35.5, 39.25)
    assert (finding.place.precision, finding.place.country) == (Precision.VILLAGE, "SY")
    assert (finding.place.within, finding.place.name_ar) == (("Nowhere",), "تل مخترع")
    assert finding.means == ("Airstrike", "Artillery")


def test_a_minimum_alone_has_no_ceiling_and_a_maximum_alone_starts_at_nought(tmp_path):
    rows = [row(airwars_id="1", civ_killed_max=""), row(airwars_id="2", civ_killed_min="")]
    read = list(read_table(table(tmp_path, *rows), AIRWARS))
    assert [each.value.finding.killed for each in read] == [Range.at_least(2), Range(0, 5)]


def test_an_empty_count_is_unknown_and_not_nought(tmp_path):
    read = only(read_table(table(tmp_path, row(civ_killed_min="", civ_killed_max="")), AIRWARS))
    assert read.value.finding.killed is None


def test_where_nobody_alleges_harm_the_grade_says_so(tmp_path):
    read = only(read_table(table(tmp_path, row(civilian_harm_reported="No")), AIRWARS))
    assert read.value.finding.grade is Grade.NO_HARM_ALLEGED


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"civ_killed_min": "9"}, "minimum 9 is above the maximum 5"),
        ({"date": "2917-05-12"}, "lies outside"),
        ({"date": "12 May"}, "is not a date"),
        ({"date": "2017-02-30"}, "in no calendar"),
        ({"airwars_id": ""}, "has no airwars_id"),
        ({"civ_killed_max": "some"}, "is not a number of people"),
        ({"civ_killed_min": "-2"}, "cannot be -2"),
    ],
)
def test_a_bad_row_is_refused_by_name_and_the_rest_goes_on(tmp_path, changed, reason):
    rows = [row(airwars_id="1"), row(airwars_id="2") | changed, row(airwars_id="3")]
    first, bad, last = read_table(table(tmp_path, *rows), AIRWARS)
    assert (first.value.id, last.value.id) == ("1", "3")
    assert isinstance(bad, Rejected)
    assert reason in bad.reason
    assert str(bad).startswith("line 4")  # a cell of the first row has a line break


def test_two_rows_of_one_id_are_not_one_incident(tmp_path):
    first, second = read_table(table(tmp_path, row(), row(civ_killed_min="1")), AIRWARS)
    assert isinstance(first, Row)
    assert isinstance(second, Rejected)
    assert "stands already in line 2" in second.reason


@pytest.mark.parametrize(
    ("changed", "note"),
    [
        ({"men_killed_min": "3", "men_killed_max": "1"}, "minimum 3 is above the maximum 1"),
        ({"lat": "359.5"}, "not on the earth"),
        ({"grading": "Fairish"}, "grading “Fairish” is not in the mapping"),
        ({"date_end": "2016-01-01"}, "before it begins"),
    ],
)
def test_what_a_row_can_do_without_is_noted_and_the_row_is_kept(tmp_path, changed, note):
    read = only(read_table(table(tmp_path, row(**changed)), AIRWARS))
    assert note in only(read.notes)
    assert read.value.finding.killed == Range(2, 5)


def test_a_row_cut_off_or_too_long_is_refused(tmp_path):
    path = table(tmp_path, row())
    path.write_text(path.read_text("utf-8") + "8,XX13\r\n" + ",".join("9" * 60) + "\r\n", encoding="utf-8")
    _, short, long = read_table(path, AIRWARS)
    assert "fewer cells" in short.reason
    assert "more cells" in long.reason


def test_a_table_of_another_kind_is_refused_whole(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("name,age\nsomebody,4\n", encoding="utf-8")
    with pytest.raises(BadInput, match="has no column airwars_id"):
        list(read_table(path, AIRWARS))


@pytest.mark.parametrize(
    ("stored", "reason"),
    [(b"\xff\xfe\x00", "not UTF-8"), (gzip.compress(b"a,b\n" * 99, mtime=0)[:-9], "cannot be read")],
)
def test_a_file_that_is_no_text_or_cut_in_half_is_refused_in_a_sentence(tmp_path, stored, reason):
    path = tmp_path / "incidents.csv.gz"
    path.write_bytes(stored)
    with pytest.raises(BadInput, match=reason):
        list(read_table(path, AIRWARS))


@pytest.mark.parametrize(
    ("mapping", "stored", "reason"),
    [
        ("airwars", ("z" * 17_000_000 + ",airwars_id\n").encode(), "quotation mark that is never closed"),
        ("airwars", gzip.compress(b"airwars_id\n" * 99, mtime=0)[:10] + b"\xff" * 30, "cannot be read"),
        ("official-tolls", b"[" * 100_000, "nested too deeply"),
        ("official-tolls", b'[{"killed": 1' + b"0" * 5000 + b"}]", "is not JSON"),
    ],
)
def test_a_file_made_to_break_its_reader_is_refused_in_a_sentence(tmp_path, mapping, stored, reason):
    file = tmp_path / "table"
    file.write_bytes(stored)
    with pytest.raises(BadInput, match=reason):
        list(read_table(file, load_mapping(mapping)))


def test_a_gzipped_table_reads_as_a_plain_one(tmp_path):
    plain = table(tmp_path, row())
    zipped = tmp_path / "incidents.csv.gz"
    zipped.write_bytes(gzip.compress(plain.read_bytes()))
    assert list(read_table(zipped, AIRWARS)) == list(read_table(plain, AIRWARS))


def test_an_admission_is_what_the_belligerent_itself_says(tmp_path):
    path = tmp_path / "attributions.csv"
    path.write_text(
        "incident,belligerent,type,assessment,conceded_killed_min,conceded_killed_max,"
        "conceded_injured_min,conceded_injured_max,mgrs\n"
        "7,coalition,known,credible,3,3,,,37SFU000111\n7,unknown,suspected,not_yet_assessed,,,,,\n",
        encoding="utf-8",
    )
    conceded, nobody = (each.value for each in read_table(path, load_mapping("airwars-attributions")))
    assert (conceded.incident, conceded.concession.killed) == ("7", Range(3, 3))
    assert (conceded.concession.belligerent, conceded.mgrs) == ("US-led Coalition", "37SFU000111")
    assert (nobody.belligerent, nobody.concession) == (None, None)


def test_a_daily_toll_is_figures_and_an_empty_day_is_not_nought(tmp_path):
    path = tmp_path / "tolls.json"
    days = [{"report_date": "2024-01-02", "report_source": "mohtel", "killed": 0, "killed_cum": 12}]
    path.write_text(json.dumps([*days, {"report_date": "2024-01-03"}]), encoding="utf-8")
    first, second = read_table(path, load_mapping("official-tolls"))
    assert [(f.measure, f.counted, f.value) for f in first.value] == [
        ("killed", Counted.DAILY, (0, 0)),
        ("killed", Counted.CUMULATIVE, (12, 12)),
    ]
    assert {f.attributed_to for f in first.value} == {"Ministry of Health"}
    assert second.value == ()


def test_a_share_of_territory_is_read_with_its_own_decimal_sign_and_clock(tmp_path):
    path = tmp_path / "territory.csv"
    path.write_text("date;asad;kurds\n1448838000000;13,5;0\n", encoding="utf-8")
    held = only(read_table(path, load_mapping("territory"))).value
    assert [(f.of, f.value[0], str(f.date)) for f in held] == [
        ("Syrian Regime", 13.5, "2015-11-30"),
        ("Kurdish Forces", 0, "2015-11-30"),
    ]


@pytest.mark.parametrize(
    ("file", "mapping", "rows", "refused"),
    [
        ("syria_incidents.csv.gz", "airwars", 8114, 0),
        ("syria_attributions.csv.gz", "airwars-attributions", 10421, 0),
        ("syria_incident_sources.csv.gz", "airwars-sources", 50326, 0),
        ("iraq_incidents_2003_2017.csv.gz", "ibc", 51607, 24),  # 20 minima above maxima, 4 ids twice
        ("official_daily_tolls.json", "official-tolls", 1051, 0),
        ("territory_control_weekly.csv", "territory", 129, 0),
        ("drone_strike_ranges.csv", "drone-ranges", 944, 0),
    ],
)
def test_recorders_whole_tables_are_read_and_every_refusal_has_a_name(
    shared_data, file, mapping, rows, refused
):
    read = list(read_table(shared_data / "reference" / file, load_mapping(mapping)))
    bad = [each for each in read if isinstance(each, Rejected)]
    assert (len(read), len(bad)) == (rows, refused)
    assert all(each.id and each.reason for each in bad)


def test_an_object_a_line_ends_only_where_its_line_does(tmp_path):
    path = tmp_path / "tolls.json"
    day = {"report_date": "2024-01-02", "report_source": "line\u2028separator", "killed": 3}
    path.write_text(json.dumps(day, ensure_ascii=False) + "\r\n" + json.dumps(day) + "\n", encoding="utf-8")
    assert [row.cells["report_source"] for row in read_table(path, load_mapping("official-tolls"))] == [
        "line\u2028separator"
    ] * 2
