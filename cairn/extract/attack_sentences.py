"""The sentences of a report that tell of an attack: of people harmed, or in words for what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from cairn.extract.context import Context
from cairn.extract.dates import Dated
from cairn.extract.event_date import Told, is_of_saying, is_stamp
from cairn.extract.event_place import event_place
from cairn.extract.means import means_named
from cairn.extract.words import Word, words_between
from cairn.values import Claim, Means, Place, Range, Scope, Span
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases

T = TypeVar("T")
_NOT_THE_EVENT = frozenset((Scope.TOLL, Scope.BACKGROUND))
_BEGINNING = 6  # words in which a sentence may say that it tells of another attack
_BEFORE, _AFTER = 4, 6  # words around a doer in which its deed stands


@dataclass(frozen=True, slots=True)
class TellingSentence:
    """What one sentence says of an attack. `apart`: it says that this is another than the one told last;
    `refers`: it tells of none itself, and says more of one told before. `victims` are named."""

    start: int
    end: int
    claims: tuple[int, ...]
    when: Dated | None
    where: Place | None
    means: tuple[Means, ...]
    doers: tuple[Span, ...]
    victims: frozenset[str]
    apart: bool
    refers: bool = False


def telling_sentences(
    claims: Sequence[Claim], known: Context, words: Sequence[Word]
) -> Iterator[TellingSentence]:
    """The sentences that tell of an attack, in order."""
    harm = _by_sentence(known, [(claim.span.start, at) for at, claim in enumerate(claims) if _is_told(claim)])
    means = _by_sentence(known, [(each.span.start, each) for each in means_named(known.text, words)])
    for start, end in zip(known.sentences, (*known.sentences[1:], len(known.text)), strict=True):
        here, how = tuple(harm.get(start, ())), tuple(means.get(start, ()))
        its_words = words_between(words, start, end)
        doers = tuple(_doers(known.text, its_words))
        refers = not (here or _tells(its_words, how, doers))
        if known.is_furniture(start) or (refers and not _refers(its_words)):
            continue
        scene = event_place(known.places_in((start, end)), [Told(start, end, (start, end))])
        yield TellingSentence(
            start,
            end,
            here,
            _when(known, start, end),
            scene.place if scene else None,
            how,
            doers,
            frozenset(person.name for at in here for person in claims[at].people),
            _any("apart", [word.key for word in its_words[:_BEGINNING]]),
            refers,
        )


def _is_told(claim: Claim) -> bool:
    """That nobody was harmed is said of one attack, though others in the report harmed people."""
    return claim.scope not in _NOT_THE_EVENT or claim.count == Range(0, 0)


def _by_sentence(known: Context, found: Sequence[tuple[int, T]]) -> dict[int, list[T]]:
    """What was found at an offset, by where the sentence that holds it begins."""
    by_sentence: dict[int, list[T]] = {}
    for offset, each in found:
        by_sentence.setdefault(known.sentence(offset)[0], []).append(each)
    return by_sentence


@cache
def _said(name: str) -> Phrases[str]:
    return Phrases(
        (phrase, name) for code in languages() for phrase in section(code, "attacks").get(name) or ()
    )


def _any(name: str, keys: Sequence[str]) -> bool:
    return _said(name).any_in(keys)


def _tells(words: Sequence[Word], means: Sequence[Means], doers: Sequence[Span]) -> bool:
    """Whether a sentence says that something was attacked, and not that it might be."""
    keys = [word.key for word in words]
    told = _any("told", keys) or (bool(means or doers) and _any("told with more", keys))
    return told and not _any("supposed", keys)


def _refers(words: Sequence[Word]) -> bool:
    """Whether a sentence says more of an attack: "it took place on Friday", "the police blamed …"."""
    keys = [word.key for word in words]
    return _any("refers", keys) and not _any("supposed", keys)


def _when(known: Context, start: int, end: int) -> Dated | None:
    """The day that a sentence says, or else the month or year; not that on which somebody said it."""
    dates = [each for each in known.dates_in((start, end)) if not is_stamp(each, known.text)]
    said = [each for each in dates if not is_of_saying(each, known.text)] or dates
    return next((each for each in said if each.is_day), said[0] if said else None)


def _doers(text: str, words: Sequence[Word]) -> Iterator[Span]:
    """Those who are named by what they are, where the words beside them say that they did it."""
    keys = [word.key for word in words]
    for at, match in _said("doers").all_in(keys):
        last = at + match.length
        if _did(keys, at, last):
            yield Span.of(text, words[at].start, words[last - 1].end)


def _did(keys: Sequence[str], first: int, last: int) -> bool:
    """ "Killed by armed men", "armed men attacked"."""
    if _any("done by", keys[max(0, first - _BEFORE) : first]):
        return True
    for at in range(last, min(len(keys), last + _AFTER)):
        if keys[at] in (".", ";", ",") or _said("passive").at(keys, at):
            return False
        if _said("did").at(keys, at):
            return True
    return False
