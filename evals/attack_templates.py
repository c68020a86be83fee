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
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from answers import ALIKE, Answer, answers
from people import People
from templates import Fill, Template, content, reported, templates

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SLOTS = ("date", "place", "perpetrator", "organisation", "weapon", "number", "effect")
# What may bring an event and a template together: a day and a country alone tell no attack from another.
TELLING = ("perpetrator", "organisation", "weapon", "number", "effect", "place")


def right(slot: str, fill: Fill, said: Any) -> float:
    """1 for a right answer, a half for one that is half right, else 0."""
    return max((_RIGHT[slot](accepted, said, fill.of) for accepted in fill.accepts), default=0.0)


def _date(accepted: Any, said: Any, of: frozenset[str]) -> float:
    if accepted == said:
        return 1.0
    return 0.5 if said[0] <= accepted[1] and accepted[0] <= said[1] else 0.0


def _place(accepted: Any, said: Any, of: frozenset[str]) -> float:
    """Half right where one holds the other: the country or the department of a town, or a town in them."""
    known, names = [content(step) for step in accepted], [content(step) for step in said]
    if known[-1] == names[0]:
        return 1.0
    return 0.5 if names[0] in known[:-1] or known[-1] in names[1:] else 0.0


def _string(accepted: Any, said: Any, of: frozenset[str]) -> float:
    return _alike(content(accepted), content(said))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    if one and other and (one <= other or other <= one):
        return 1.0
    return 0.5 if one & other else 0.0


def _any_name(accepted: Any, said: Any, of: frozenset[str]) -> float:
    return max(_string(accepted, name, of) for name in said)


def _weapon(accepted: Any, said: Any, of: frozenset[str]) -> float:
    if isinstance(accepted, frozenset):  # the words for the weapon
        return 1.0 if content(said) <= accepted else 0.0
    return 1.0 if accepted == said else 0.5 if any({accepted, said} <= kinds for kinds in ALIKE) else 0.0


def _number(accepted: Any, said: People, of: frozenset[str]) -> float:
    how, number = accepted
    if how == "plural":
        value = 1.0 if said.vague else 0.0
    elif said.vague or number not in (said.least, said.most):
        value = 0.5 if how == "about" and not said.vague and _holds(said, number) else 0.0
    else:
        value = 1.0 if how == _how(said) or how == "about" else 0.5
    return _of_them(value, said, of)


def _holds(said: People, number: int) -> bool:
    return (said.least or 0) <= number <= (number if said.most is None else said.most)


def _how(said: People) -> str:
    if said.most is None:
        return "at least"
    return "exact" if said.least == said.most else "about"


def _effect(accepted: Any, said: People, of: frozenset[str]) -> float:
    same = accepted == said.effect or (accepted.startswith("NO ") and (said.effect or "").startswith("NO "))
    return _of_them(1.0 if same else 0.0, said, of)


def _of_them(value: float, said: People, of: frozenset[str]) -> float:
    """A right answer told of other people is half right, a half right one is wrong."""
    return value if not of or not said.words or of & said.words else max(0.0, value - 0.5)


_RIGHT: dict[str, Callable[[Any, Any, frozenset[str]], float]] = {
    **{"date": _date, "place": _place, "perpetrator": _string, "organisation": _any_name},
    **{"weapon": _weapon, "number": _number, "effect": _effect},
}


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
