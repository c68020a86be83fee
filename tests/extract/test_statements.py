"""A belligerent's report is taken apart into its lines; news of harm is not an admission."""

import pytest

from cairn.extract.statements import quoted_statements, read_statements, speaker_of
from cairn.values import (
    Belligerent,
    Claim,
    Harm,
    Harmed,
    Quantifier,
    Range,
    Reading,
    Role,
    Scope,
    Span,
    Status,
    Verdict,
)

PAGE = """Monthly report of the invented task force

March 3, 2017, near Raqqah, Syria, via social media report: After a review of strike records
it was assessed that four civilians were unintentionally killed. 1201
March 9, 2017, near Mosul, Iraq, via self-report: The allegation was found not credible because no
strikes were conducted in the area on that day. 1202

Nothing else was reported.
"""


def test_each_line_of_a_page_is_one_statement_with_its_words():
    found = list(read_statements(PAGE))
    assert [line.verdict for _, line in found] == [Verdict.CREDIBLE, Verdict.NON_CREDIBLE]
    assert [str(line.date) for _, line in found] == ["2017-03-03", "2017-03-09"]
    assert found[0][1].conceded_killed == Range(4, 4)
    assert all(span.stands_in(PAGE) for span, _ in found)
    assert found[0][0].phrase.startswith("March 3, 2017")
    assert found[0][0].phrase.endswith("1201")


def test_a_verdict_in_so_many_words_needs_no_date():
    [(_, line)] = read_statements("The allegation was assessed as non-credible.")
    assert line.verdict is Verdict.NON_CREDIBLE


def test_news_of_harm_is_no_admission():
    assert not list(read_statements("The army said on Sunday that 61 civilians were killed in the old town."))


@pytest.mark.parametrize(
    ("source", "who"), [("US-led Coalition", "US-led Coalition"), ("Riverside Radio", None)]
)
def test_a_source_is_a_belligerent_only_by_its_own_name(source, who):
    assert speaker_of(source) == who


def quoted(role: Role, status: Status, *others: str) -> list[str]:
    said = "US-led Coalition"
    claim = Claim(
        Harm.KILLED,
        Range(4, 4),
        Quantifier.EXACT,
        Span(0, 4, "four"),
        Harmed(status),
        Scope.INCIDENT,
        attributed_to=said,
    )
    parties = (Belligerent(said, role), *(Belligerent(name) for name in others))
    return [speaker for speaker, _, _ in quoted_statements(Reading("eng", (claim,), belligerents=parties))]


def test_the_accused_quoted_for_civilians_it_killed_concedes_them():
    assert quoted(Role.CLAIMS, Status.CIVILIAN) == ["US-led Coalition"]
    assert quoted(Role.SUSPECTED, Status.CIVILIAN) == ["US-led Coalition"]


def test_the_accused_quoted_for_combatants_concedes_nobody():
    assert quoted(Role.CLAIMS, Status.COMBATANT) == []


def test_who_tells_of_anothers_strike_concedes_nothing():
    assert quoted(Role.SUSPECTED, Status.CIVILIAN, "ISIS") == []


SECTIONS = """Alliance report on civilian casualties
Credible (1)
May 3, 2019, near Tal Warda, Syria, via Field Notes. During a strike on a mill two civilians were killed. 4411
Non-credible reports
May 4, 2019, near Bir Zaytun, Syria: two civilians were said to have been killed there. 4412
May 5, 2019, near Bir Zaytun, Syria. After a second look at it the allegation is now credible: two civilians
were killed, which makes three
Credible reports of May. 4413
Duplicates:
1. May 6, 2019, near Tal Warda, Syria. (4414)
The Alliance thanks all who told it.
"""


def test_a_heading_gives_its_verdict_to_the_lines_that_say_none_of_their_own():
    found = {line.report_number: line for _, line in read_statements(SECTIONS)}
    verdicts = {number: line.verdict.value for number, line in found.items()}
    assert verdicts == {"4411": "credible", "4412": "non_credible", "4413": "credible", "4414": "duplicate"}
    assert found["4412"].conceded_killed == Range(0, 0)


def test_what_a_belligerent_says_about_its_lines_is_none_of_them():
    under = "Credible\nTwo reports were looked into with great care.\n\n"
    under += "May 3, 2019, near Tal Warda: two civilians were killed."
    assert [str(line.date) for _, line in read_statements(under)] == ["2019-05-03"]


def read(text):
    return [
        (str(line.date), line.place and line.place.name, line.report_number, line.verdict.value)
        for _, line in read_statements(text)
    ]


def test_a_row_of_a_table_is_a_line():
    table = """Non-credible reports
| No. | Date | Place | Finding |
|---|---|---|---|
| 4413 | May 4, 2019 | near Bir Zaytun, Syria | No strikes were conducted in the area. |
| 4414 | May 5, 2019 | near Tal Warda, Syria | Insufficient information. |
"""
    assert read(table) == [
        ("2019-05-04", "Bir Zaytun", "4413", "non_credible"),
        ("2019-05-05", "Tal Warda", "4414", "non_credible"),
    ]


def test_in_a_narrow_column_dates_and_places_go_on_below():
    column = """May 3,
2019
near Tal
Warda, Syria
Two civilians were killed. (4411)
May 4,
2019
near Bir Zaytun, Syria
No strikes were conducted
in the area. (4412)
"""
    assert read(column) == [
        ("2019-05-03", "Tal Warda", "4411", "credible"),
        ("2019-05-04", "Bir Zaytun", "4412", "non_credible"),
    ]


def test_the_counts_at_the_head_are_no_line_even_under_the_day_of_the_report():
    head = "June 1, 2019\nThe Alliance received 5 new reports. 11 reports are still open, and under review."
    assert read(head) == []
