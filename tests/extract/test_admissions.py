"""Lines as belligerents write them, about places and events that we invented."""

import pytest

from cairn.extract.admissions import read_admission
from cairn.values import PartialDate, Range, Verdict

HEAD = "Mar. 14, 2021, near Qarn, Syria, via media report. "
NOUGHT = Range(0, 0)

VERDICTS = [
    (
        "Our records show no coalition strikes were conducted there.",
        Verdict.NON_CREDIBLE,
        "no corresponding strike",
    ),
    ("There is insufficient evidence that anyone was harmed.", Verdict.NON_CREDIBLE, "insufficient evidence"),
    (
        "The message bears insufficient information to be judged.",
        Verdict.NON_CREDIBLE,
        "insufficient information",
    ),
    ("This was closed as a duplicate.", Verdict.DUPLICATE, "duplicate"),
    ("The allegation remains open.", Verdict.OPEN, None),
    ("Regrettably, four civilians were killed.", Verdict.CREDIBLE, None),
    ("Partner forces held a meeting with elders.", Verdict.NONE, None),
]


@pytest.mark.parametrize(("body", "verdict", "reason"), VERDICTS)
def test_the_verdict_is_in_the_words_or_in_what_is_conceded(body, verdict, reason):
    line = read_admission(HEAD + body)
    assert (line.verdict, line.reason) == (verdict, reason)


CONCEDED = [
    (
        "the strike resulted in the deaths of three civilians.",
        Range(3, 3),
        NOUGHT,
        "a noun before its people",
    ),
    ("the strike unintentionally killed four civilians.", Range(4, 4), NOUGHT, "a verb before its people"),
    (
        "two fighters were killed and two civilians were hurt.",
        NOUGHT,
        Range(2, 2),
        "enemies before civilians",
    ),
    ("thirty three civilians were unintentionally killed.", Range(33, 33), NOUGHT, "number words"),
    (
        "12 civilians were\r\nunintentionally killed.",
        Range(12, 12),
        NOUGHT,
        "a line that is broken is one line",
    ),
    (
        "two civilians were killed and 10 others wounded.",
        Range(2, 2),
        Range(10, 10),
        "others are counted alone",
    ),
    ("six civilians were killed and two were injured.", Range(6, 6), Range(2, 2), "a bare number goes on"),
    ("a strike killed a fighter; one civilian was injured.", NOUGHT, Range(1, 1), "enemies are not conceded"),
    ("a civilian in a passing van was killed.", Range(1, 1), NOUGHT, "a singular is one"),
    (
        "a civilian vehicle passed and one child was killed.",
        Range(1, 1),
        NOUGHT,
        "a civilian vehicle is nobody",
    ),
    ("two civilians, and possibly a third, were killed.", Range(2, 3), NOUGHT, "perhaps raises the ceiling"),
    ("one civilian was killed. Later one civilian was killed.", Range(2, 2), NOUGHT, "two strikes add up"),
    (
        "one civilian was killed. That was incorrect, one civilian was injured.",
        NOUGHT,
        Range(1, 1),
        "a correction",
    ),
    (
        "one civilian was killed. [In all, 9 civilians were killed.]",
        Range(1, 1),
        NOUGHT,
        "a recorder's remark",
    ),
]


@pytest.mark.parametrize(("body", "killed", "injured", "reason"), CONCEDED)
def test_only_those_who_are_no_enemies_are_conceded(body, killed, injured, reason):
    line = read_admission(HEAD + "During a raid, " + body)
    assert (line.conceded_killed, line.conceded_injured) == (killed, injured), reason


def test_who_does_not_accept_harm_concedes_nobody():
    line = read_admission(HEAD + "No strikes were conducted.")
    assert (line.conceded_killed, line.conceded_injured) == (NOUGHT, NOUGHT)


def test_a_line_that_gives_no_verdict_says_nothing_of_harm():
    assert read_admission("A patrol met elders.").conceded_killed is None


HEADS = [
    ("May 3, 2020, near Qarn, Syria, via NGO report: words", "2020-05-03", None),
    ("7. Sept. 3 , 2020, in Qarn, Syria via NGO report. words", "2020-09-03", None),
    ("03 DEC 20 Qarn, Dahr Province, Syria, air, words", "2020-12-03", None),
    ("On May 3, 2020, near Qarn, Syria, words", "2020-05-03", None),
    ("May 30/31, 2020, near Qarn, Syria, via self-report. words", "2020-05-30", "2020-05-31"),
    ("May 31-1, 2020, near Qarn, Syria, via self-report. words", "2020-05-31", "2020-06-01"),
    ("\u200eMay 3, 2020, near Qarn, Syria", "2020-05-03", None),  # short, with a mark that nobody sees
]


@pytest.mark.parametrize(("text", "date", "end"), HEADS)
def test_the_head_says_when_and_where(text, date, end):
    line = read_admission(text)
    assert line.date == PartialDate(date)
    assert line.date_end == (PartialDate(end) if end else None)
    assert line.place is not None
    assert line.place.name == "Qarn"


@pytest.mark.parametrize(
    "text",
    [
        "The May 3, 2020 press release named one civilian.",
        "After a review of what was said on May 3, 2020, nothing was found.",
        "May 35, 2020, near Qarn, Syria, via self-report.",
    ],
)
def test_a_date_that_is_not_the_lines_own_is_not_taken(text):
    assert read_admission(text).date is None


def test_a_date_after_its_publication_is_a_slip():
    assert read_admission("May 3, 2020, in Qarn, Syria.", PartialDate("2019-06-01")).date is None


def test_numbers_codes_and_grids_are_told_apart():
    line = read_admission(HEAD + "No strikes were conducted. 4411/XZ1207b 37SFU 30171 87869")
    assert line.report_number == "4411"
    assert line.codes == ("XZ1207b",)
    assert line.mgrs == "37SFU3017187869"
    assert line.lat_lon == pytest.approx((35.1253, 40.4286), abs=1e-3)
    assert line.via == "media report"


@pytest.mark.parametrize(
    ("tail", "number"),
    [("4411 / 37SFU781164", "4411"), ("4411 37SFU781164", "4411"), ("(4411)", "4411"), ("", None)],
)
def test_the_report_number_stands_at_the_end(tail, number):
    assert read_admission(f"{HEAD}No strikes were conducted. {tail}").report_number == number


def test_a_malformed_grid_is_kept_as_it_stands_and_lies_nowhere():
    line = read_admission(HEAD + "No strikes were conducted. 377SFU805225")
    assert (line.mgrs, line.lat_lon) == ("377SFU805225", None)


def test_a_code_that_the_editor_doubts_is_not_trusted():
    assert read_admission(HEAD + "No strikes were conducted. 4411/XZ120 [sic]").codes == ()


def test_whose_strike_it_was_is_not_whom_it_was_aimed_at():
    line = read_admission(
        HEAD + "During a Coalition strike on ISIS fighters one civilian was killed.", countries=("SY",)
    )
    assert line.belligerents == ("US-led Coalition",)


def test_a_verb_that_ends_the_line_concedes_nobody():
    assert read_admission("The message tells of civilians killed").conceded_injured is None


@pytest.mark.parametrize(
    ("text", "verdict", "earlier"),
    [
        (
            "Previously assessed as non-credible, it is now credible: two civilians were killed.",
            "credible",
            "non_credible",
        ),
        (
            "The report was originally found not credible. Two civilians were killed.",
            "credible",
            "non_credible",
        ),
        (
            "It was previously found credible; it is no longer considered credible.",
            "non_credible",
            "credible",
        ),
        ("It had been found credible but no strikes were conducted there.", "non_credible", "credible"),
        ("Neither allegation is credible; media said that two civilians were killed.", "non_credible", None),
        ("The mill lies outside of the Alliance's area of responsibility.", "non_credible", None),
    ],
)
def test_a_verdict_that_was_is_told_from_the_verdict_that_is(text, verdict, earlier):
    line = read_admission(text)
    assert (line.verdict.value, line.earlier and line.earlier.value) == (verdict, earlier)


def test_a_correction_concedes_the_number_that_should_have_stood_there():
    line = read_admission(
        "Correction: May 3, 2019, near Tal Warda, Syria. The number of civilians killed should have read "
        "four, not two. One civilian was injured. (4411)"
    )
    assert (line.conceded_killed, line.conceded_injured) == (Range(4, 4), Range(1, 1))
    assert (str(line.date), line.report_number, line.verdict) == ("2019-05-03", "4411", Verdict.CREDIBLE)


@pytest.mark.parametrize(
    ("text", "repeated", "own"),
    [
        ("May 3, 2019, near Tal Warda. This is a duplicate of report no. 4411. (4413)", "4411", "4413"),
        ("Duplicate of XZ12.", "XZ12", None),
        ("Closed as a duplicate report (4413)", None, "4413"),
        ("A duplicate of report (4411)", "4411", None),
    ],
)
def test_a_duplicate_names_the_line_it_repeats(text, repeated, own):
    line = read_admission(text)
    assert (line.verdict, line.duplicate_of, line.report_number) == (Verdict.DUPLICATE, repeated, own)


@pytest.mark.parametrize(
    ("text", "place", "killed", "injured"),
    [
        ("٣ أيار ٢٠١٩، قرب تل وردة، سوريا: قُتل مدنيان اثنان وأصيب مدني واحد. (4411)", "تل وردة", 2, 1),
        ("4 أيار 2019، قرب بئر زيتون: مقتل أربعة مدنيين وإصابة ثلاثة آخرين. (4411)", "بئر زيتون", 4, 3),
        ("4 أيار 2019، قرب بئر زيتون: قُتل ثلاثة مدنيين وأصيب واحد. (4411)", "بئر زيتون", 3, 1),
        ("3 мая 2019 года, близ Тал-Варда: погибли двое мирных жителей. (4411)", "Тал-Варда", 2, 0),
    ],
)
def test_a_belligerent_concedes_in_any_language(text, place, killed, injured):
    line = read_admission(text)
    assert (line.verdict, line.place.name, line.report_number) == (Verdict.CREDIBLE, place, "4411")
    assert (line.conceded_killed, line.conceded_injured) == (Range(killed, killed), Range(injured, injured))
    assert str(line.date)[:7] == "2019-05"
