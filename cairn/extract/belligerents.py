"""By whom: the belligerents a text names, and whether they did it, claim it, deny it or were its target."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from cairn.extract.sentences import stands_in
from cairn.extract.words import Word
from cairn.values import Belligerent, Role
from cairn.vocabulary.belligerents import Called, called
from cairn.vocabulary.phrases import Match
from cairn.vocabulary.who_words import leads, phrases
from cairn.vocabulary.who_words import words as who_words

_BEFORE, _AFTER = 3, 5  # words around an adjective: "US and Russian-backed forces"
_REACH = 4  # words around a name that may say what it did
_VERB_REACH = 7  # words after a name in which it may claim or deny
_SAID_REACH = 2  # words before an Arabic name in which what it says of itself may stand
_TOGETHER = 80  # characters between parties that one account names: "either Russian or Syrian aircraft"
_DOER_REACH = 3  # words before an Arabic verb in which its doer may stand
TIE = 600  # characters from the harm over which an account still speaks of it


class Named(NamedTuple):
    """A belligerent at a place in the text. `did`: "did", "claims", "denies", "target" or "" (only named)."""

    start: int
    end: int
    name: str
    did: str


def find_belligerents(text: str, words: Sequence[Word], countries: Sequence[str] = ()) -> list[Named]:
    """Every belligerent named in the text, in order. `countries` decide who "the Coalition" is."""
    keys = [word.key for word in words]
    return list(_find(text, words, keys, countries))


def _find(text: str, words: Sequence[Word], keys: Sequence[str], countries: Sequence[str]) -> Iterator[Named]:
    for at, match in called().all_in(keys):
        start, end = words[at].start, words[at + match.length - 1].end
        way = _way(match, text[start:end], keys, at, countries)
        if way:
            yield Named(start, end, way.name, _did(keys, at, match, way))


def _way(
    match: Match[tuple[Called, ...]], written: str, keys: Sequence[str], at: int, countries: Sequence[str]
) -> Called | None:
    ways = [way for way in match.value if not way.capitals or written.isupper()]
    ways = [way for way in ways if not way.local or set(way.countries) & set(countries)]
    fit = [way for way in ways if not way.countries or set(way.countries) & set(countries)]
    way = next(iter(fit if fit or countries else ways), None)
    if way and way.adjective and not _beside(keys, at, at + match.length, who_words("forces")):
        return way if _blamed(keys, at) or _acts(keys, at, at + match.length) else None
    return way


def _blamed(keys: Sequence[str], at: int) -> bool:
    """ "Killed by Russia": the name of a country alone, right behind the word that says who did it.

    Arabic has who accuses between them: اتهم ناشطون روسيا.
    """
    lead, gap = _lead(keys, at)
    return "done_by" in lead and gap <= (0 if keys[at].isascii() else 1)


def _acts(keys: Sequence[str], at: int, after: int) -> bool:
    """ "Russia bombed", "Turkey denied", نفت روسيا: a country that does a deed, or speaks of its own."""
    if _said_before(keys, at):
        return True
    opens = at == 0 or not keys[at - 1].isalpha() or keys[at - 1] in who_words("before_doer")
    if not opens or after >= len(keys):
        return False
    said = any(phrases(name).at(keys, after) for name in ("claims", "denies"))
    return said or keys[after] in who_words("deeds")


def _beside(keys: Sequence[str], first: int, last: int, among: frozenset[str]) -> bool:
    near = [*keys[max(0, first - _BEFORE) : first], *keys[last : last + _AFTER]]
    return any(_without_small(key) & among for key in near)


def _without_small(key: str) -> set[str]:
    """The word, and what it is without the small words that hang on it."""
    forms = {key}
    for hung in who_words("hang_on"):
        if key.startswith(hung) and len(key) > len(hung) + 2:
            forms |= {key[len(hung) :], "ال" + key[len(hung) :]}
    return forms


def _did(keys: Sequence[str], at: int, match: Match[tuple[Called, ...]], way: Called) -> str:
    after = at + match.length
    for ahead in range(after, min(len(keys), after + _VERB_REACH)):
        if keys[ahead] in (".", ";"):
            break
        if phrases("claims").at(keys, ahead):
            return "claims"
        if phrases("denies").at(keys, ahead):
            return "denies"
    if said := _said_before(keys, at):
        return said
    lead, gap = _lead(keys, at)
    if "done_by" in lead or _done_by_after(keys, after):
        return "did"
    if any(_without_small(key) & who_words("done_to_after") for key in keys[after : after + 1]):
        return "target"
    if "done_to" in lead and who_words("done_to_between").issuperset(keys[at - gap : at]):
        return "target"
    if keys[after : after + 1] == ["-"] and set(keys[after + 1 : after + 2]) & who_words("done_to_after"):
        return "target"
    if way.adjective or "ل" in match.hung or _deed_beside(keys, at, after):
        return "target" if _is_object(keys, at) else "did"
    return "target" if "done_to" in lead else ""


def _said_before(keys: Sequence[str], at: int) -> str:
    """Arabic puts the verb first: أقر التحالف, نفت وزارة الدفاع الروسية."""
    for back in range(max(0, at - _SAID_REACH), at):
        for said in ("claims", "denies"):
            match = None if keys[back].isascii() else phrases(said).at(keys, back)
            if match and back + match.length <= at:
                return said
    return ""


def _done_by_after(keys: Sequence[str], after: int) -> bool:
    """Turkish says "by" behind the name: ordu güçleri tarafından."""
    return not who_words("done_by_after").isdisjoint(keys[after : after + 3])


def _is_object(keys: Sequence[str], at: int) -> bool:
    """Arabic puts the verb first: a name behind it did the deed, unless the verb's doer stood before it."""
    if at == 0 or keys[at - 1].isascii() or not _without_small(keys[at - 1]) & who_words("deeds"):
        return False
    for key in reversed(keys[max(0, at - 1 - _DOER_REACH) : at - 1]):
        if len(key) == 1:
            break  # a mark
        if _without_small(key) & who_words("forces"):
            return True
    return False


def _deed_beside(keys: Sequence[str], at: int, after: int) -> bool:
    did = who_words("deeds") | who_words("forces")
    before = [key for key in keys[max(0, at - 2) : at] if not key.isascii()]
    following = keys[after : after + 3]
    return any(_without_small(key) & did for key in [*before, *following])


def _lead(keys: Sequence[str], at: int) -> tuple[frozenset[str], int]:
    """What the phrase nearest before says, and how many words stand between it and the name."""
    for gap in range(_REACH):
        last = at - 1 - gap
        if last < 0 or keys[last] in (".", ";"):
            break
        for first in range(max(0, last - 3), last + 1):
            match = leads().at(keys, first)
            if match and first + match.length == last + 1:
                return match.value, gap
    return frozenset(), 0


_ROLES = {"did": Role.SUSPECTED, "claims": Role.CLAIMS, "denies": Role.DENIES}


def accused(found: Sequence[Named], sentences: Sequence[tuple[int, int]]) -> tuple[Belligerent, ...]:
    """Who is said to have done the harm that these sentences tell, those named most first.

    Where none of the sentences names a doer, the doer named nearest to one of them, if it is near enough, and
    whoever is named beside it.
    """
    sentences = sorted(set(sentences))
    doers = [each for each in found if each.did in _ROLES]
    here = doers_in(found, sentences)
    if not here and doers:
        nearest = min(doers, key=lambda each: _gap(each, sentences))
        if _gap(nearest, sentences) <= TIE:
            here = [each for each in doers if each.name == nearest.name or _together(each, nearest)]
    roles: dict[str, Role] = {}
    times = Counter(each.name for each in here)
    for each in here:
        roles[each.name] = _stronger(roles.get(each.name), _ROLES[each.did])
    return tuple(Belligerent(name, roles[name]) for name, _ in times.most_common())


def _together(a: Named, b: Named) -> bool:
    return max(a.start, b.start) - min(a.end, b.end) <= _TOGETHER


def doers_in(found: Sequence[Named], sentences: Sequence[tuple[int, int]]) -> list[Named]:
    """The doers that these sentences, in order, name; or their only party, if it is not the target."""
    here = [each for each in found if stands_in(sentences, each.start)]
    doers = [each for each in here if each.did in _ROLES]
    others = [each for each in here if not each.did]
    if not doers and len({each.name for each in others}) == 1:
        return [each._replace(did="did") for each in others]
    return doers


def _stronger(known: Role | None, said: Role) -> Role:
    order = [None, Role.SUSPECTED, Role.DENIES, Role.CLAIMS]
    return said if order.index(said) > order.index(known) else known or said


def _gap(each: Named, sentences: Sequence[tuple[int, int]]) -> int:
    """How far the nearest of the sentences is: the one before or the one behind."""
    after = bisect_right(sentences, each.start, key=itemgetter(0))
    beside = sentences[max(0, after - 1) : after + 1]
    return min((max(0, start - each.end, each.start - end) for start, end in beside), default=0)
