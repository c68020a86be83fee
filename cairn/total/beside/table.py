"""What stands beside the record, as blocks to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cairn.total.beside.compared import Beside
from cairn.total.beside.conceding import Matched, Verdicts
from cairn.total.beside.lag import Lag
from cairn.total.beside.stated import Stated, current, newest_of_each
from cairn.total.spelt import code_of, incidents, spelt
from cairn.total.tally import Tally
from cairn.values import Verdict

APART = (
    "Conceded in incidents of this record, and stated by the belligerent itself in total, are two figures, "
    "of other incidents, periods and places. No ratio is made of them."
)
CENSORED = "What is not admitted yet is in no middle: the wait for all is longer."
SPOKEN = (Verdict.CREDIBLE, Verdict.NON_CREDIBLE, Verdict.DUPLICATE, Verdict.OPEN, Verdict.NONE)
LEFT = 34


def beside_as_text(found: Sequence[Beside]) -> str:
    """A block for each belligerent; months and single incidents only where one alone was asked for."""
    blocks = [_block(one, whole=len(found) == 1) for one in found]
    if not blocks:
        return "Nobody is accused of anything that is asked about here, and nobody states a total."
    return "\n\n".join(["\n".join(block) for block in blocks] + [f"{APART}\n{CENSORED}"])


def _block(one: Beside, whole: bool) -> Iterator[str]:
    unreviewed = f", {one.alleged.unreviewed:,} unreviewed" if one.alleged.unreviewed else ""
    yield str(one.question).removeprefix("all alleged, ") + unreviewed
    yield _line("recorded, fair + confirmed", _recorded(one.established))
    yield _line("recorded, all alleged", _recorded(one.alleged))
    yield _line("conceded in these incidents", _conceded(one))
    own = current(one.stated)
    yield _line("its own stated total", _stated(own) if own else "none known")
    for each in newest_of_each(one.told):
        yield _line("stated of it", _stated(each))
    yield _line("allegations assessed", _assessed(one.verdicts))
    if one.elsewhere.alleged:
        yield _line(
            "statements on no single incident", f"{one.elsewhere.alleged:,}: {_by_verdict(one.elsewhere)}"
        )
    yield _line("from incident to admission", _waited(one.lag))
    yield from _comparison(one)
    if whole:
        yield from _months(one)
        yield from (_line(f"  {code_of(each.incident)}", _pair(each)) for each in one.below)


def _line(what: str, said: str) -> str:
    return f"  {what:<{LEFT}}{said}"


def _recorded(tally: Tally) -> str:
    if not tally.incidents:
        return "–"
    unknown = f", in {tally.unknown:,} nobody says how many" if tally.unknown else ""
    return f"{spelt(tally.killed.range)} killed, {incidents(tally.incidents)}{unknown}"


def _conceded(one: Beside) -> str:
    return f"{spelt(one.conceded)} killed, {incidents(len(one.matched))}" if one.matched else "none"


def _stated(one: Stated) -> str:
    where = f" in {one.source}" if one.source and one.source != one.says else ""
    among = f" by {' and '.join(one.of)} together" if len(one.of) > 1 else ""
    day = one.said_on or "day unknown"
    return (
        f"{spelt(one.killed)} killed{among}, says {one.says}{where}, {day}: “{' '.join(one.words.split())}”"
    )


def _assessed(verdicts: Verdicts) -> str:
    if not verdicts.alleged:
        return "none alleged"
    share = verdicts.assessed / verdicts.alleged
    return f"{verdicts.assessed:,} of {verdicts.alleged:,} ({share:.0%}): {_by_verdict(verdicts)}"


def _by_verdict(verdicts: Verdicts) -> str:
    parts = [f"{verdicts.on(each):,} {_called(each)}" for each in SPOKEN if verdicts.on(each)]
    silent = verdicts.on(None)
    return ", ".join([*parts, f"{silent:,} without a word"] if silent else parts)


def _called(verdict: Verdict) -> str:
    return "without a verdict" if verdict is Verdict.NONE else verdict.replace("_", "-")


def _waited(lag: Lag) -> str:
    untimed = f"; {lag.untimed:,} admitted on a day that cannot be told" if lag.untimed else ""
    waiting = f"{lag.waiting:,} not admitted{untimed}"
    if lag.quartiles is None:
        return waiting
    quarter, half, most = lag.quartiles
    return (
        f"middle {half:g} days, quartiles {quarter:g} and {most:g}, of {len(lag.days):,} admitted; {waiting}"
    )


def _comparison(one: Beside) -> Iterator[str]:
    if one.comparable:
        both = f"recorded {spelt(one.recorded_there)}, conceded {spelt(one.conceded_there)}"
        ratio = f": {one.ratio:.2f} recorded at least for each conceded" if one.ratio is not None else ""
        yield _line(f"in the same {incidents(len(one.comparable))}", both + ratio)
    if one.below:
        yield _line("conceded below our minimum", incidents(len(one.below)))


def _pair(each: Matched) -> str:
    return f"recorded {spelt(each.recorded)}, conceded {spelt(each.conceded)}"


def _months(one: Beside) -> Iterator[str]:
    yield from (_line(f"  {month}", _waited(lag)) for month, lag in one.months)
