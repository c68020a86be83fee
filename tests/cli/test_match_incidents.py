import csv
import io

from cairn.publish.formats import as_json_lines
from cairn.values import Finding, KnownIncident, PartialDate, Place
from tests.cli.commands import cairn, refused

MAPPING = "kind: incidents\nid: nr\ndate: {column: day}\nplace: {name: town, lat: y, lon: x}\ntold: [what]\n"
OTHERS = "nr,day,town,y,x,what\n7,2031-05-04,Testabad,48.12,35.21,A bakery was shelled\n"


def ours(folder):
    at = Place("Testabad", 48.121, 35.212)
    published = [KnownIncident(id, Finding(date=PartialDate(day), place=at)) for id, day in DAYS.items()]
    path = folder / "incidents.jsonl"
    path.write_text("".join(as_json_lines(published)), "utf-8")
    return path


DAYS = {"one": "2031-05-04", "two": "2031-06-01"}


def mapped(folder, content=OTHERS):
    (folder / "theirs.csv").write_text(content, "utf-8")
    (folder / "theirs.yml").write_text(MAPPING, "utf-8")
    return folder / "theirs.csv", "--mapping-b", folder / "theirs.yml"


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_our_own_incidents_are_found_in_another_recorders_table(tmp_path):
    done = cairn("match-incidents", ours(tmp_path), *mapped(tmp_path))
    (row,) = rows(done.stdout)
    assert (row["a"], row["b"]) == ("one", "7")
    assert float(row["score"]) >= 0.5
    assert "day +3.0" in row["why"]


def test_what_is_not_sure_is_written_apart(tmp_path):
    near = "8,2031-05-05,Testabad,48.12,35.21,Mill hit\n9,2031-05-05,Testabad,48.12,35.21,Dam hit\n"
    table = mapped(tmp_path, OTHERS.splitlines()[0] + "\n" + near)
    unsure = tmp_path / "unsure.csv"
    done = cairn("match-incidents", ours(tmp_path), *table, "--unsure", unsure)
    assert rows(done.stdout) == []
    assert {row["b"] for row in rows(unsure.read_text("utf-8"))} == {"8", "9"}


def test_bad_and_dayless_rows_are_named_and_the_rest_go_on(tmp_path):
    more = "7,2031-05-04,Testabad,48.12,35.21,again\n10,,Testabad,48.12,35.21,No day\n"
    done = cairn("match-incidents", ours(tmp_path), *mapped(tmp_path, OTHERS + more))
    assert len(rows(done.stdout)) == 1
    assert "line 3 (7)" in done.stderr
    assert "1 incidents bear no date" in done.stderr


def test_a_line_that_is_no_incident_of_ours_is_named(tmp_path):
    path = ours(tmp_path)
    path.write_text(path.read_text("utf-8") + '{"nr": 5}\n{"id": 3, "finding"\n', "utf-8")
    done = cairn("match-incidents", path, path)
    assert len(rows(done.stdout)) == 2
    assert "line 3: This is no incident as Cairn publishes it" in done.stderr
    assert "line 4: This line is not whole JSON" in done.stderr


def test_a_mapping_of_something_else_is_refused(tmp_path):
    path = ours(tmp_path)
    assert "Name one of incidents" in refused("match-incidents", path, path, "--mapping-a", "territory")


def test_a_table_that_is_not_there_is_one_sentence(tmp_path):
    assert "Check the file" in refused("match-incidents", tmp_path / "none", tmp_path / "none")
