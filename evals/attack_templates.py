"""Score `cairn extract` on `../shared/data/attack_templates` as message understanding was scored in 1992.

    python evals/attack_templates.py --run ".venv/bin/cairn" [--data DIR] [--limit N] [--show N] [--json]

Seven slots of each attack: date, place, perpetrator, organisation, weapon, number of people, effect on
people. The program's events are brought to the recorded templates one to one, best fit first, and their fills
compared: right, half right, wrong, wanting or too many. README.md beside this file says how.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from answers import Answer, answers
from templates import Fill, Template, reported, templates
from worth import right

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SLOTS = ("date", "place", "perpetrator", "organisation", "weapon", "number", "effect")
# What may bring an event and a template together: a day and a country alone tell no attack from another.
TELLING = ("perpetrator", "organisation", "weapon", "number", "effect", "place")


def said_in(answer: Answer, slot: str) -> Sequence[Any]:
    """An answer's fills of a slot."""
    people = answer.people
    return {
        "date": [answer.days] if answer.days else [],
        "place": [answer.places] if answer.places else [],
        "perpetrator": answer.perpetrators,
        "organisation": answer.organisations,
        "weapon": answer.weapons,
        "number": [each for each in people if each.least is not None],
        "effect": [each for each in people if each.effect],
    }[slot]


def best_pairs(values: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """One to one, the best first."""
    taken: list[tuple[float, int, int]] = []
    for value, one, other in sorted(values, key=lambda each: (-each[0], each[1], each[2])):
        if value > 0 and all(one != a and other != b for _, a, b in taken):
            taken.append((value, one, other))
    return taken


def slot_pairs(slot: str, fills: Sequence[Fill], said: Sequence[Any]) -> list[tuple[float, int, int]]:
    return best_pairs(
        (right(slot, fill, s), a, b) for a, fill in enumerate(fills) for b, s in enumerate(said)
    )


def tally(slot: str, fills: Sequence[Fill], said: Sequence[Any]) -> Counter[str]:
    """How many fills of one slot are right, half right, wrong, wanting and too many."""
    pairs = slot_pairs(slot, fills, said)
    found = {a for _, a, _ in pairs}
    wanting = sum(not fill.optional for a, fill in enumerate(fills) if a not in found)
    more = len(said) - len(pairs)
    wrong = min(wanting, more)
    return Counter(
        right=sum(value == 1 for value, _, _ in pairs),
        half=sum(value < 1 for value, _, _ in pairs),
        wrong=wrong,
        wanting=wanting - wrong,
        more=more - wrong,
    )


def fit(template: Template, answer: Answer) -> float:
    """How well an answer fits a template; nothing where they share no more than a day and a country."""
    by_slot = {
        slot: sum(value for value, _, _ in slot_pairs(slot, template.slots[slot], said_in(answer, slot)))
        for slot in SLOTS
    }
    place = by_slot["place"] if len(answer.places) > 1 else 0.0
    telling = sum(place if slot == "place" else by_slot[slot] for slot in TELLING)
    return sum(by_slot.values()) if telling else 0.0


def score(documents: Iterable[tuple[list[Template], list[Answer]]]) -> dict[str, Any]:
    """Every count by slot, for all templates; `matched` leaves out what was answered to no template."""
    slots: dict[str, Counter[str]] = {slot: Counter() for slot in SLOTS}
    spurious: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for known, given in documents:
        pairs = best_pairs((fit(t, g), a, b) for a, t in enumerate(known) for b, g in enumerate(given))
        found, used = {a: b for _, a, b in pairs}, {b for _, _, b in pairs}
        for at, template in enumerate(known):
            if at in found or not template.optional:
                answer = given[found[at]] if at in found else Answer()
                for slot in SLOTS:
                    slots[slot] += tally(slot, template.slots[slot], said_in(answer, slot))
        for at, answer in enumerate(given):
            if at not in used:
                spurious.update({slot: len(said_in(answer, slot)) for slot in SLOTS})
        events.update(known=sum(a in found or not t.optional for a, t in enumerate(known)))
        events.update(given=len(given), matched=len(pairs))
        events.update({"nothing to tell": not known, "nothing told": not known and not given})
    return {"slots": slots, "spurious": spurious, "events": events}


def measures(counted: dict[str, Any]) -> dict[str, float]:
    """Precision, recall and F1 overall and by slot, a half right fill counting for a half."""
    slots, spurious, events = counted["slots"], counted["spurious"], counted["events"]
    whole = sum(slots.values(), Counter())
    p, r, f = _f(whole, sum(spurious.values()))
    out = {"F1": f, "precision": p, "recall": r, "F1, matched and missing": _f(whole, 0)[2]}
    for slot in SLOTS:
        p, r, f = _f(slots[slot], spurious[slot])
        out |= {f"{slot} F1": f, f"{slot} precision": p, f"{slot} recall": r}
    out["events found"] = _share(events["matched"], events["known"])
    out["events right, of given"] = _share(events["matched"], events["given"])
    out["silent where nothing was attacked"] = _share(events["nothing told"], events["nothing to tell"])
    return out


def _f(counts: Counter[str], spurious: int) -> tuple[float, float, float]:
    hits = counts["right"] + counts["half"] / 2
    met = counts["right"] + counts["half"] + counts["wrong"]
    p = _share(hits, met + counts["more"] + spurious)
    r = _share(hits, met + counts["wanting"])
    return p, r, round(2 * p * r / (p + r), 3) if p + r else 0.0


def _share(hits: float, of: float) -> float:
    return round(hits / of, 3) if of else 0.0


def rows(path: Path) -> dict[str, dict[str, Any]]:
    return {str(each["id"]): each for each in map(json.loads, path.read_text("utf-8").splitlines())}


def ask(command: str, inputs: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The program's answers by id."""
    lines = "".join(json.dumps(each) + "\n" for each in inputs)
    words = [*shlex.split(command), "extract", "--jsonl"]
    done = subprocess.run(words, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {str(each["id"]): each for each in map(json.loads, done.stdout.splitlines())}


def show(known: list[Template], given: list[Answer], text: str) -> None:
    print("-" * 100, text[:1500], sep="\n", file=sys.stderr)
    for template in known:
        print("  recorded", "(optional)" * template.optional, file=sys.stderr)
        for slot in SLOTS:
            print(f"    {slot}: {[fill.accepts for fill in template.slots[slot]]}", file=sys.stderr)
    for answer in given:
        print(
            "  answered",
            *(f"    {slot}: {said_in(answer, slot)}" for slot in SLOTS),
            sep="\n",
            file=sys.stderr,
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", required=True, help="the program without its sub-command")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--show", type=int, default=0, help="print this many documents with both answers")
    parser.add_argument("--json", action="store_true")
    said = parser.parse_args()
    inputs = rows(said.data / "attack_templates" / "inputs.jsonl")
    gold = rows(said.data / "attack_templates" / "gold.jsonl")
    chosen = sorted(inputs)[: said.limit]
    got = ask(said.run, (inputs[each] for each in chosen))
    documents = [
        (templates(gold[each]), answers(got.get(each, {}), reported(inputs[each]["text"]))) for each in chosen
    ]
    for each, (known, given) in list(zip(chosen, documents, strict=True))[: said.show]:
        show(known, given, inputs[each]["text"])
    found = measures(score(documents))
    if said.json:
        print(json.dumps({"attack_templates": found}))
    else:
        print("attack_templates", *(f"    {name}: {value}" for name, value in found.items()), sep="\n")


if __name__ == "__main__":
    main()
