"""The casualty grammar's words: each phrase of a language with everything it can mean to the grammar.

The grammar knows no language; it asks a phrase for its senses. They come from the sections `numbers`,
`vague`, `quantifiers`, `people`, `harm` and `signs` of the language's file (see eng.yml for what they say),
and the names of the belligerents from theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from cairn.exceptions import BadVocabulary
from cairn.values import Group, Harm, Quantifier, Status
from cairn.vocabulary.belligerents import names_in
from cairn.vocabulary.fold import fold
from cairn.vocabulary.language import section, sections, three_letters
from cairn.vocabulary.phrases import Phrases

_FRAMES = (
    "verb", "after", "before", "self", "noun", "toll", "state", "nobody", "those",
    "event", "person_one", "person_two", "person_three", "person_four", "person_many", "person_told",
    "person_him", "person_both",
)  # fmt: skip
_HOW_MANY = {"one": 1, "two": 2, "three": 3, "four": 4, "him": 1, "both": 2}
_TOLD = ("told", "him", "both")  # forms that speak of people told of before
# Languages whose words stand beside another's in one text: their letters differ, so they cannot be confused.
_BESIDE = {"eng": ("ara",), "ara": ("eng",), "fra": ("ara",), "spa": (), "tur": ("ara",)}


@dataclass(frozen=True, slots=True)
class People:
    """A word for people. `how_many` 1 to 4 where the form says it, None for a plural.

    `kin`: a relative of somebody named; `other`: more than those just told of; `family`: a household;
    `told`: without a number it speaks of people told of before (погибших); `either`: behind a noun of harm it
    is one person, else several (смерть женщины, женщины погибли); `collective`: it has no singular ("staff").
    """

    status: Status = Status.UNKNOWN
    group: Group | None = None
    gender: str | None = None
    how_many: int | None = None
    kin: bool = False
    other: bool = False
    family: bool = False
    weak: bool = False
    collective: bool = False
    told: bool = False
    either: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Sense:
    """What one phrase can mean. An empty field: it does not mean that."""

    number: int | None = None
    scale: int | None = None
    vague: str | None = None
    quantifier: Quantifier | None = None
    quantifier_after: Quantifier | None = None
    people: People | None = None
    harm: tuple[Harm, ...] = ()
    frame: str = ""
    signs: frozenset[str] = frozenset()

    @property
    def tells(self) -> bool:
        """Whether a sentence with this phrase may tell of people harmed."""
        return bool(self.harm or self.signs & {"named as", "years", "those harmed"})

    def __or__(self, other: Sense) -> Sense:
        """Both senses; where both say something, the first stays."""
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        theirs = {f.name: getattr(other, f.name) for f in fields(other)}
        both = {name: mine[name] if mine[name] not in (None, (), "") else theirs[name] for name in mine}
        return Sense(**{**both, "signs": self.signs | other.signs})


# "Al Qaeda" in "three Al Qaeda fighters" says whose they are; its capitals make it nobody's name.
_PARTY = Sense(signs=frozenset(("modifier", "party")))


@cache
def lexicon(code: str) -> Phrases[Sense]:
    """All phrases the grammar knows in a language, with those of languages written in other letters."""
    main = three_letters(code)
    said = [pair for each in (main, *_BESIDE.get(main, ("eng", "ara"))) for pair in _senses(each).items()]
    hang_on = [small for each in (main, *_BESIDE.get(main, ("ara",))) for small in _list(each, "hang_on")]
    return Phrases(said, hang_on=hang_on)


def thousands(code: str) -> str:
    """The marks that part thousands in a language besides the comma: 1.200, 1 200."""
    return "".join(section(code, "numbers").get("thousands") or ())


@cache
def single_words(code: str) -> frozenset[str]:
    """The folded words, each by itself, that the grammar knows in a language."""
    return frozenset(word for word in _senses(three_letters(code)) if " " not in word)


def _list(code: str, name: str) -> list[str]:
    found: list[str] = sections(code).get(name) or []
    return found


@cache
def _senses(code: str) -> dict[str, Sense]:
    senses: dict[str, Sense] = {}
    endings = ("", *_list(code, "may_end_in"))
    for phrase, sense in _read(code):
        bends = sense.people or sense.number or sense.scale or sense.vague
        for ending in endings if bends and " " not in phrase else ("",):
            key = fold(phrase + ending)  # "a" and "à" are one word with the senses of both
            if ending and key in senses:
                continue
            senses[key] = senses[key] | sense if key in senses else sense
    for name in map(fold, filter(_has_capitals, names_in(code))):
        last = senses.get(name.split()[-1])
        if last is None or last.people is None:  # "Israeli soldiers" are soldiers
            senses[name] = senses[name] | _PARTY if name in senses else _PARTY
    return senses


def _has_capitals(name: str) -> bool:
    return name != name.lower()


def _read(code: str) -> Iterator[tuple[str, Sense]]:
    numbers = section(code, "numbers")
    for word, n in (numbers.get("words") or {}).items():
        yield _spelt(word, code), Sense(number=int(n))
    for word, n in (numbers.get("scales") or {}).items():
        yield _spelt(word, code), Sense(scale=int(n))
    for name, phrases in section(code, "vague").items():
        yield from ((phrase, Sense(vague=name)) for phrase in phrases)
    for name, where in section(code, "quantifiers").items():
        quantifier = _known(Quantifier, name, code, "quantifiers")
        yield from ((phrase, Sense(quantifier=quantifier)) for phrase in where.get("before") or ())
        yield from ((phrase, Sense(quantifier_after=quantifier)) for phrase in where.get("after") or ())
    for row in section(code, "people").get("words") or ():
        yield from _people(code, row)
    for row in section(code, "harm").get("words") or ():
        yield from _harm(code, row)
    for sign, phrases in section(code, "signs").items():
        yield from ((_spelt(phrase, code), Sense(signs=frozenset((sign,)))) for phrase in phrases)


def _spelt(word: object, code: str) -> str:
    if not isinstance(word, str):
        raise BadVocabulary(
            f"A word in {three_letters(code)}.yml is read as {word}, not as a word. Put it in quotes: YAML"
            " takes on, no and yes for true and false, and figures for numbers."
        )
    return word


def _people(code: str, row: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    person = People(
        status=_known(Status, row.get("status", "unknown"), code, "people"),
        group=_known(Group, row["group"], code, "people") if "group" in row else None,
        gender=row.get("gender"),
        kin=bool(row.get("kin")),
        other=bool(row.get("other")),
        family=bool(row.get("family")),
        kind=row.get("kind", ""),
        weak=bool(row.get("weak")),
        collective=bool(row.get("collective")),
    )
    owned = _list(code, "own_endings")
    for form, how_many in (("one", 1), ("two", 2), ("many", None)):
        for word in row.get(form) or ():
            yield str(word), Sense(people=replace(person, how_many=how_many))
        for stem in row.get(f"{form}_owned") or ():
            for ending in owned:
                sense = Sense(people=replace(person, how_many=how_many), signs=frozenset(("own",)))
                yield stem + ending, sense
    for word in row.get("either") or ():
        yield str(word), Sense(people=replace(person, either=True))
    for word in row.get("told") or ():
        yield str(word), Sense(people=replace(person, told=True))


def _harm(code: str, row: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    kinds = tuple(_known(Harm, kind, code, "harm") for kind in row["kind"])
    for frame in _FRAMES:
        for phrase in row.get(frame) or ():
            sense = Sense(harm=kinds, frame=frame.split("_")[0])
            if frame.startswith("person"):
                form = frame.split("_")[1]
                how_many = _HOW_MANY.get(form)
                status = _known(Status, row.get("status", "unknown"), code, "harm")
                sense = replace(sense, people=People(how_many=how_many, status=status, told=form in _TOLD))
            yield str(phrase), sense


def _known(kind: Any, name: str, code: str, where: str) -> Any:
    try:
        return kind(name)
    except ValueError:
        known = ", ".join(each.value for each in kind)
        raise BadVocabulary(
            f"“{name}” in the section {where} of {three_letters(code)}.yml is not known. Use one of {known}."
        ) from None
