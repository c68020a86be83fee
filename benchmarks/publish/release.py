"""How long a release of very many incidents takes to write, and to verify from its files alone.

    .venv/bin/python -m benchmarks.publish.release --incidents 50000

Beside each stands the time in which Python writes and hashes, or reads and hashes, as many bytes: the ratio
says what the tables, the databases and the questions cost.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from cairn.publish import Edition, Inquiry, Released, write_release
from cairn.publish.manifest import altered
from cairn.records.release.releasing import standard_questions
from cairn.story import disagreements
from cairn.total.asked import answer_asked, as_asked, facts_asked
from cairn.total.wording import worded
from cairn.values import (
    About,
    Belligerent,
    Finding,
    Grade,
    KnownIncident,
    PartialDate,
    Place,
    Precision,
    Range,
    Reason,
    Rule,
    StrikeStatus,
    Victim,
)

DAY = PartialDate("2024-03-01")


def made(incidents: int, seed: int = 1) -> Iterator[KnownIncident]:
    """Invented incidents, the same for the same seed."""
    chance = random.Random(seed)
    for number in range(incidents):
        low = chance.randrange(20)
        yield KnownIncident(
            str(uuid.UUID(int=chance.getrandbits(128))),
            Finding(
                killed=Range(low, low + chance.randrange(5)) if number % 7 else None,
                injured=Range.at_least(low) if number % 5 == 0 else None,
                killed_by_group={"children": Range(1, 1)} if number % 3 == 0 else {},
                date=PartialDate(f"{2005 + number % 19}-{1 + number % 12:02}-{1 + number % 28:02}"),
                place=Place(
                    f"Tell {number % 997}", 35 + chance.random(), 39 + chance.random(), Precision.TOWN, "SY"
                ),
                belligerents=(Belligerent(f"Army {number % 40}"),),
                strike_status=StrikeStatus.LIKELY,
                grade=tuple(Grade)[number % 5],
                origins=2,
                people=(Victim(f"Person {number}", age=30, harm="killed"),) if number % 4 == 0 else (),
                reasons=(Reason(About.MIN, Rule.LOWEST, ("r1",), {"measure": "killed", "count": str(low)}),),
                conventions="1",
            ),
            codes=(f"N{number}",),
            reviewed=number % 2 == 0,
            reports=2,
        )


def released(known: list[KnownIncident]) -> Released:
    answers = []
    for question in standard_questions():
        asked = as_asked(question)
        answers.append({"name": worded(question), "asked": asked, "answer": answer_asked(known, asked, [])})
    facts = facts_asked(known, [], DAY.text)
    return Released(Edition("Invented", DAY.text, release="r"), "1", known, {}, Inquiry(answers), facts)


def timed(what: str, act: Callable[[], object]) -> float:
    wall, used = time.perf_counter(), time.process_time()
    act()
    wall, used = time.perf_counter() - wall, time.process_time() - used
    print(f"{what}: {used:.1f} s of processor, {wall:.1f} s")
    return used


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=50_000)
    known = list(made(parser.parse_args().incidents))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        write = timed("released", lambda: write_release(target, released(known)))
        files = [path for path in target.rglob("*") if path.is_file()]
        check = timed("verified", lambda: print(*altered(target), *disagreements(target), end=""))
        body = [path.read_bytes() for path in files]
        plain = timed("bare bytes written and hashed", lambda: _bare(body, target / "bare"))
        print(f"{sum(map(len, body)):,} bytes")
        print(f"released in {write / plain:.0f} times, verified in {check / plain:.0f} times the bare time")


def _bare(body: list[bytes], path: Path) -> None:
    for each in body:
        path.write_bytes(each)
        hashlib.sha256(each).hexdigest()


if __name__ == "__main__":
    main()
