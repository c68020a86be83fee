"""Two names side by side, part by part, weighed in bits: how much likelier one person's than two people's."""

from __future__ import annotations

from collections.abc import Iterable

from cairn.link.name_weights import Named, Parts, Shares
from cairn.link.names import FATHER_OF, name_parts

Best = list[list[tuple[float, Parts]]]

# Bits for and against, besides the rarity of what is shared.
OTHER_OWN_NAME = -9.0  # two people of one family
OTHER_MIDDLE_NAME = -3.5
OTHER_FAMILY_NAME = -5.0  # a wife by her husband's name, a clan's name for a family's
LEFT_OUT = -0.4  # the second list has a father or grandfather whom the first leaves out
LEFT_OUT_FAMILY = -4.0
LEFT_OUT_OWN = -8.0
BESIDE = -2.5  # the first list has a part that the second lacks
BESIDE_KUNYA = -0.5


def parts_of(mine: Named, theirs: Named) -> list[tuple[Parts, Parts]]:
    """The names to lay side by side: script by script, or across where no script is shared."""
    alike = _both((mine.name_ar, theirs.name_ar), (mine.name_en, theirs.name_en))
    return alike or _both((mine.name_ar, theirs.name_en), (mine.name_en, theirs.name_ar))


def _both(*names: tuple[str, str]) -> list[tuple[Parts, Parts]]:
    parted = [(name_parts(a), name_parts(b)) for a, b in names if a and b]
    return [(a, b) for a, b in parted if a and b]


def most(shares: Shares) -> float:
    """No way to lay one name along the other says more bits than this."""
    theirs = list(map(_largest, zip(*shares, strict=True)))
    shared = sum(bits or 0.0 for bits in theirs)
    own = theirs[0] is not None and _largest(shares[0]) is not None
    return shared if own else shared + LEFT_OUT_OWN


def _largest(shares: Iterable[float | None]) -> float | None:
    return max((bits for bits in shares if bits is not None), default=None)


def align(mine: Parts, theirs: Parts, shares: Shares) -> tuple[float, str]:
    """The bits of the best way to lay one name along the other, in order, and the parts that agree."""
    rows, columns = len(mine), len(theirs)
    # best[i][j]: the rest of both names from i and j on
    best: Best = [[(0.0, ())] * (columns + 1) for _ in range(rows + 1)]
    for j in range(columns - 1, -1, -1):
        bits, agreed = best[rows][j + 1]
        best[rows][j] = (bits + _left_out(j, columns), agreed)
    for i in range(rows - 1, -1, -1):
        bits, agreed = best[i + 1][columns]
        best[i][columns] = (bits + _beside(mine[i], i), agreed)
        for j in range(columns - 1, -1, -1):
            best[i][j] = _step(best, i, j, mine, theirs, shares)
    bits, agreed = best[0][0]
    return bits, "same " + ", ".join(agreed) if agreed else "no part the same"


def _step(
    best: Best,
    i: int,
    j: int,
    mine: Parts,
    theirs: Parts,
    shares: Shares,
) -> tuple[float, Parts]:
    """The best of three: these two parts belong together, mine stands alone, theirs stands alone."""
    after, agreed = best[i + 1][j + 1]
    shared = shares[i][j]
    if shared is None:
        together = (after + _other(i, j, len(mine), len(theirs)), agreed)
    else:
        together = (after + shared, (theirs[j], *agreed))
    alone, alone_agreed = best[i + 1][j]
    without, without_agreed = best[i][j + 1]
    return max(
        together,
        (alone + _beside(mine[i], i), alone_agreed),
        (without + _left_out(j, len(theirs)), without_agreed),
    )


def _other(i: int, j: int, rows: int, columns: int) -> float:
    if i == 0 or j == 0:
        return OTHER_OWN_NAME
    return OTHER_FAMILY_NAME if i == rows - 1 or j == columns - 1 else OTHER_MIDDLE_NAME


def _beside(part: str, i: int) -> float:
    if i == 0:
        return LEFT_OUT_OWN
    return BESIDE_KUNYA if part.startswith(FATHER_OF) else BESIDE


def _left_out(j: int, columns: int) -> float:
    if j == 0:
        return LEFT_OUT_OWN
    return LEFT_OUT_FAMILY if j == columns - 1 else LEFT_OUT
