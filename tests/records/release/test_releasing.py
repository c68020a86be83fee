"""What a ledger releases: its record, nothing that it withholds, and a name that is used once."""

import json
import re
import shutil

import duckdb
import pytest

from cairn.exceptions import BadInput, LedgerError, Tampered
from cairn.records import actions, chain
from cairn.records.change import By
from cairn.records.models import Change, Incident, Release, Report, Source
from cairn.records.release.folder import Order, make_release
from cairn.records.release.setting import read_release
from cairn.story import disagreements
from cairn.total import Question
from cairn.values import About, Finding, Grade, Range, Reason, Rule
from tests.records.marked import mark, write_marked
from tests.records.told import ANA, EIGHT, THREE, incident, propose

# Everything that may leave a ledger, field by field. Whatever is not here is found nowhere in a release.
PUBLIC = {
    "admissionxbelligerent",
    "admissionxconcessionxbelligerent",
    "assessmentxfindingxbelligerentsxname",
    "assessmentxfindingxconventions",
    "assessmentxfindingxmeans",
    "assessmentxfindingxpeoplexgender",
    "assessmentxfindingxpeoplexgroup",
    "assessmentxfindingxpeoplexharm",
    "assessmentxfindingxpeoplexkin",
    "assessmentxfindingxplacexcountry",
    "assessmentxfindingxplacexid",
    "assessmentxfindingxplacexmgrs",
    "assessmentxfindingxplacexname",
    "assessmentxfindingxplacexnamear",
    "assessmentxfindingxplacexwithin",
    "assessmentxfindingxreasonsxreports",
    "assessmentxfindingxreasonsxwords",
    "assessmentxfindingxstruckxaimedat",
    "assessmentxfindingxstruckxhit",
    "capturexsha256",
    "figurerecordxvaluexattributedto",
    "figurerecordxvaluexmeasure",
    "figurerecordxvaluexof",
    "figurerecordxvaluexplacexname",
    "figurerecordxvaluexunit",
    "incidentcodexcode",
    "reportxaddress",
    "reportxid",
    "reportxlanguage",
    "sourcexname",
    "tollxvaluexattributedto",
    "tollxvaluexplacexname",
}


def release(ledger, name="first", **how):
    return make_release(ledger, Order(name, **how), read_release(ledger.path), ANA, lambda file: None)


def setting(ledger, words):
    path = ledger.path / "cairn.toml"
    path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")


def whole(folder):
    """Every byte of every file; of those that are packed, every cell."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".parquet"]
    parts = [path.read_bytes() for path in files]
    for path in folder.rglob("*.parquet"):
        with duckdb.connect() as database:
            rows = database.execute("select * from read_parquet(?)", [str(path)]).fetchall()
            parts.append(repr(rows).encode())
    return b"\n".join(parts).lower().decode("utf-8", "replace")


def marks(folder, tag):
    """The fields whose words are somewhere in a release."""
    return set(re.findall(f"qz{tag}([a-z0-9]+?)zq", whole(folder)))


def decided(code, finding):
    made = incident(code)
    proposal = propose(made, finding)
    return made, actions.accept(ANA, proposal)


def test_no_field_of_any_record_is_in_a_release_but_those_that_are_public(ledger):
    write_marked("open", {})
    assert marks(release(ledger).folder, "open") == PUBLIC


def test_nothing_of_a_record_that_was_withdrawn_is_in_a_release(ledger):
    write_marked("gone", {}, withdrawn=True)
    assert marks(release(ledger).folder, "gone") == set()


def test_of_a_confidential_source_only_the_figures_that_rest_on_it_are_told(ledger):
    resting = Reason(About.MAX, Rule.ONLY_ACCOUNT, (mark("Report.id", "secret"),), {"count": "3"})
    finding = Finding(killed=Range(3, 3), grade=Grade.WEAK, reasons=(resting,))
    write_marked("secret", {"Source.confidential": True, "Assessment.finding": finding})
    folder = release(ledger).folder
    assert marks(folder, "secret") == {"incidentcodexcode", "admissionxconcessionxbelligerent"}
    _, row = (folder / "reports.csv").read_text(encoding="utf-8").splitlines()
    assert row.endswith(",,,,,,,yes")


def test_a_name_that_the_ledger_does_not_tell_is_in_no_file(ledger):
    write_marked("open", {})
    assert not {mark for mark in marks(release(ledger).folder, "open") if mark.endswith("peoplexname")}
    setting(ledger, '\n[release]\nnames = ["killed", "minors", "living"]\n')
    told = marks(release(ledger, "second").folder, "open")
    assert told - PUBLIC == {
        "assessmentxfindingxpeoplexname",
        "assessmentxfindingxpeoplexnamear",
        "assessmentxfindingxpeoplexfamily",
    }


def test_a_release_is_kept_in_the_chain_with_the_hash_of_its_manifest(ledger):
    decided("N1", THREE)
    head = chain.head()
    made = release(ledger)
    kept = Release.objects.get()
    assert (kept.name, kept.manifest_sha256, kept.head) == ("first", made.manifest_sha256, head)
    assert json.loads((made.folder / "manifest.json").read_text())["change"] == head
    assert list(chain.broken_links()) == list(chain.altered_rows()) == []
    assert Change.objects.get(action="keep_release").body["incidents"] == 1


def test_a_release_agrees_with_itself(ledger):
    decided("N1", THREE)
    decided("N2", EIGHT)
    assert list(disagreements(release(ledger).folder)) == []


def test_the_same_ledger_gives_the_same_bytes(ledger):
    decided("N1", THREE)
    first = release(ledger, folder=ledger.path.parent / "one")
    Release.objects.all().delete()
    Change.objects.filter(action="keep_release").delete()
    again = release(ledger, folder=ledger.path.parent / "two")
    assert first.manifest_sha256 == again.manifest_sha256


def test_what_changed_since_the_release_before_is_told_and_counted(ledger):
    one, _ = decided("N1", THREE)
    release(ledger)
    decided("N2", EIGHT)
    actions.decide(By("Omar", "a second account"), one, Finding(killed=Range(3, 5), grade=THREE.grade), None)
    made = release(ledger, "second")
    assert (made.since, made.counted) == ("first", {"added": 1, "removed": 0, "changed": 1})
    rows = (made.folder / "changes.csv").read_text(encoding="utf-8")
    assert f"changed,{one.id},N1,,killed_max,3,5\n" in rows
    assert re.search(r'total,,,"fair \+ confirmed[^"]*",killed,0-0,8-10\n', rows)


def test_a_release_before_that_was_altered_is_not_compared_with(ledger):
    decided("N1", THREE)
    folder = release(ledger).folder
    with (folder / "incidents.csv").open("a", encoding="utf-8") as opened:
        opened.write("\n")
    made = release(ledger, "second")
    assert (made.since, made.counted) == ("", {})
    with pytest.raises(Tampered, match="not as any release of this ledger was written"):
        release(ledger, "third", since=folder)


def test_a_copy_of_the_release_before_may_be_given(ledger):
    decided("N1", THREE)
    copy = shutil.move(release(ledger).folder, ledger.path.parent / "elsewhere")
    assert release(ledger, "second", since=copy).since == "first"


def test_another_ledgers_release_is_not_compared_with(ledger):
    folder = release(ledger).folder
    Release.objects.update(manifest_sha256="0" * 64)
    with pytest.raises(Tampered):
        release(ledger, "second", since=folder)
    with pytest.raises(BadInput, match="is no release"):
        release(ledger, "third", since=ledger.path)


def test_a_name_is_used_once_and_a_folder_is_never_written_into(ledger):
    folder = release(ledger).folder
    with pytest.raises(BadInput, match="There is a release “first” already"):
        release(ledger, folder=ledger.path.parent / "new")
    with pytest.raises(BadInput, match="is there already"):
        release(ledger, "second", folder=folder)
    assert not Release.objects.filter(name="second").exists()


def test_only_what_this_ledger_wrote_and_did_not_keep_is_written_anew(ledger):
    incident("SY20170512-1")
    folder = release(ledger).folder
    Release.objects.all().delete()  # as though it had been killed before that was kept
    manifest = (folder / "manifest.json").read_text("utf-8")
    change = json.loads(manifest)["change"]
    (folder / "manifest.json").write_text(manifest.replace(change, "0" * 64), "utf-8")
    with pytest.raises(BadInput, match="is there already"):
        release(ledger)
    (folder / "manifest.json").write_text(manifest, "utf-8")
    assert release(ledger).folder == folder


@pytest.mark.parametrize("name", ["", "../up", "a b", ".hidden", "x" * 101, "a/b"])
def test_a_name_that_no_folder_can_have_is_refused(ledger, name):
    with pytest.raises(BadInput, match="names no release"):
        release(ledger, name)


def test_a_release_that_fails_leaves_nothing_behind(ledger, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cairn.publish.released.write_sqlite", full)
    with pytest.raises(BadInput, match="No space left on device"):
        release(ledger)
    assert list((ledger.exports / "releases").iterdir()) == []
    assert not Release.objects.exists()


def test_a_report_that_was_withdrawn_supports_no_released_incident_by_name(ledger):
    made = write_marked("open", {})
    Report.objects.update(withdrawn_at=made[Source].made_at)
    assert (release(ledger).folder / "reports.csv").read_text().count("\n") == 1


def test_questions_of_the_ledger_are_answered_beside_the_standard_ones(ledger):
    asked = "all alleged, every belligerent, Syria, 2017-05 to 2017-06, by month"
    setting(ledger, f'\n[release]\nquestions = ["{asked}"]\n')
    said = json.loads((release(ledger).folder / "questions.json").read_text(encoding="utf-8"))
    names = [each["name"] for each in said["questions"]]
    assert asked in names and str(Question()) in names and len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('questions = ["how many?"]', "is no question"),
        ('names = "all"', "Write a list"),
        ('names = ["all"]', "Choose from killed, minors, living"),
        ('coarse = ["hospital"]', "Choose from home, school, hospital or clinic"),
        ("nmes = []", "knows no “nmes”"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_in_a_sentence(ledger, words, said):
    setting(ledger, f"\n[release]\n{words}\n")
    with pytest.raises(LedgerError, match=said):
        release(ledger)


def test_a_release_of_incidents_without_any_finding_holds_none(ledger):
    incident("N1")
    assert Incident.objects.count() == 1
    assert release(ledger).incidents == 0
