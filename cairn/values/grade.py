"""Grade and strike status: two independent axes (METHOD.md §3)."""

from enum import StrEnum


class Grade(StrEnum):
    """Is the harm established, and whose is it?"""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    NO_HARM_ALLEGED = "no harm alleged"


class StrikeStatus(StrEnum):
    """Did somebody strike?"""

    DECLARED = "declared"
    LIKELY = "likely"
    CONTESTED = "contested"
    SINGLE_SOURCE_CLAIM = "single-source claim"


class Verdict(StrEnum):
    """What a belligerent says of an allegation."""

    CREDIBLE = "credible"
    NON_CREDIBLE = "non_credible"
    DUPLICATE = "duplicate"
    OPEN = "open"
    NONE = "none"
