"""From accounts to an incident's range: the lowest credible floor and the highest stated number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from cairn.grade.said import Said
from cairn.grade.sums import highest_number
from cairn.values import About, Range, Reason, Rule, counted

Rules = Mapping[str, Any]
ENOUGH_FOR_A_MEDIAN = 3
CORROBORATED = 2  # origins: a number that two give is nobody's slip


@dataclass(frozen=True, slots=True)
class Stated:
    """A number one report states; whether it is only a plural that nobody counted, and whether it may be
    nobody at all."""

    count: Range
    report: str
    origin: str
    uncounted: bool = False
    perhaps_nobody: bool = False


def stated(said: Iterable[Said], which: Callable[[Said], Range | None]) -> list[Stated]:
    """The numbers that accounts give for one measure."""
    found = ((which(each), each) for each in said)
    return [
        Stated(count, each.account.report, each.account.origin, each.uncounted, each.perhaps_nobody)
        for count, each in found
        if count is not None
    ]


def combine(measure: str, given: Sequence[Stated], rules: Rules) -> tuple[Range | None, list[Reason]]:
    """One range for what all accounts give, with a reason for each bound."""
    credible = _credible(given, rules)
    heard = _corroborated(credible, rules)
    if not heard:
        return None, []
    high = _ceiling(heard, rules)
    low = min(_floor(each, rules) for each in heard)
    return Range(low, None if high is None else max(low, high)), [
        *_reasons(measure, (low, high), heard, rules),
        *_left_out(measure, credible, heard),
    ]


def _credible(given: Sequence[Stated], rules: Rules) -> list[Stated]:
    """Without what gives way to a better account."""
    heard = list(given)
    if rules["nobody harmed"] == "ignored" and any(each.count.min for each in heard):
        heard = [each for each in heard if each.count != Range(0, 0)]
    if rules["uncounted plural"] == "gives way":
        counted = [each for each in heard if not each.uncounted]
        heard = [each for each in heard if not (each.uncounted and _answers(each, counted))]
    return heard


def _corroborated(heard: Sequence[Stated], rules: Rules) -> list[Stated]:
    """Without numbers that one origin gives alone, where enough others agree with each other; where none
    agree, without high ones that are many times what most of them say."""
    origins: dict[Range, set[str]] = {}
    for each in heard:
        origins.setdefault(each.count, set()).add(each.origin)
    most = max(map(len, origins.values()), default=0)
    agreed = rules["agreeing origins"]
    if most < agreed:
        return _without_far_off(heard, rules)
    needed = max(CORROBORATED, most * rules["outlier share"])
    sure = [count for count, by in origins.items() if len(by) >= needed]
    return [each for each in heard if each.count in sure or _is_near(each.count, sure, rules)]


def _is_near(count: Range, agreed: Sequence[Range], rules: Rules) -> bool:
    """Whether it differs from a number that others agree on as two counts of the same people may."""
    mine = highest_number(count)
    return any(
        max(mine, theirs) <= rules["near times"] * min(mine, theirs) for theirs in map(highest_number, agreed)
    )


def _without_far_off(heard: Sequence[Stated], rules: Rules) -> list[Stated]:
    """Two accounts that differ, differ; of three or more the median says what is far off."""
    if len(heard) < ENOUGH_FOR_A_MEDIAN:
        return list(heard)
    usual = median(highest_number(each.count) for each in heard)
    return [each for each in heard if highest_number(each.count) <= rules["outlier times"] * max(1, usual)]


def _left_out(measure: str, credible: Sequence[Stated], heard: Sequence[Stated]) -> list[Reason]:
    """A number that is left out is said, with the reports that gave it."""
    out: dict[Range, list[str]] = {}
    for each in credible:
        if each not in heard:
            out.setdefault(each.count, []).append(each.report)
    return [
        Reason(About.COUNT, Rule.LEFT_OUT, _once(reports), {"measure": measure, "count": counted(count)})
        for count, reports in out.items()
    ]


def _answers(vague: Stated, counted: Sequence[Stated]) -> bool:
    """Whether somebody counted the people whom another called only "several"."""
    return any(each.count.min >= vague.count.min for each in counted)


def _floor(given: Stated, rules: Rules) -> int:
    """ "Up to eight were killed" says that people were: a plural of whom nobody said how many."""
    low, high = given.count.min, given.count.max or 0
    return low if low or given.perhaps_nobody else min(rules["up to"], high)


def _ceiling(heard: Sequence[Stated], rules: Rules) -> int | None:
    if rules["open ceiling"] == "open" and any(each.count.max is None for each in heard):
        return None
    return max(highest_number(each.count) for each in heard)


def _reasons(
    measure: str, bounds: tuple[int, int | None], heard: Sequence[Stated], rules: Rules
) -> list[Reason]:
    low, high = bounds
    words = {"measure": measure, "accounts": str(len(heard))}
    lowest = [each.report for each in heard if _floor(each, rules) == low]
    rule = _standing(lowest, heard, Rule.LOWEST)
    found = [Reason(About.MIN, rule, _once(lowest), {**words, "count": str(low)})]
    if high is None:
        return [*found, Reason(About.MAX_OPEN, Rule.OPEN, words=words)]
    highest = [each for each in heard if highest_number(each.count) == high]
    reports = [each.report for each in highest]
    rule = _standing(reports, heard, Rule.HIGHEST)
    if all(each.count.max is None for each in highest):
        rule = _WITHOUT_CEILING[rule]
    return [*found, Reason(About.MAX, rule, _once(reports), {**words, "count": str(high)})]


# “At least” sets no ceiling of its own, where the highest number was said with it alone.
_WITHOUT_CEILING = {
    Rule.ONLY_ACCOUNT: Rule.NO_CEILING_ONLY_ACCOUNT,
    Rule.ALL_AGREE: Rule.NO_CEILING_ALL_AGREE,
    Rule.HIGHEST: Rule.NO_CEILING_HIGHEST,
}


def _standing(reports: Sequence[str], heard: Sequence[Stated], among_others: Rule) -> Rule:
    if len(heard) == 1:
        return Rule.ONLY_ACCOUNT
    return Rule.ALL_AGREE if len(reports) == len(heard) else among_others


def _once(reports: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reports))


def at_least_named(
    measure: str, count: Range | None, named: Sequence[str], given: Sequence[Stated], rules: Rules
) -> tuple[Range | None, list[Reason]]:
    """Raise a range's floor to the number of people named; where nobody gave a number, they are the number.

    Where every account states its number without "at least", names beyond the highest of them raise
    nothing: they are spelled in two ways, or they are people of another event on the same page, and a
    person has to see which.
    """
    if rules["named people"] != "floor" or not named:
        return count, []
    stated_in_full = count and count.max is not None and all(each.count.max is not None for each in given)
    low = min(len(named), count.max or 0) if count and stated_in_full else len(named)
    if count and count.min >= low:
        return count, []
    high = low if count is None else None if count.max is None else max(count.max, low)
    words = {"measure": measure, "count": str(low)}
    return Range(low, high), [Reason(About.MIN, Rule.NAMED, words=words)]
