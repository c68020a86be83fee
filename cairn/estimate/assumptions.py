"""What every estimate assumes, and which way the answer goes when it is not so."""

from __future__ import annotations

REACHABLE = (
    "Multiple systems estimation counts the people whom some list could have reached. People whom no list "
    "could ever have recorded are not in it."
)

# Each assumption, and where a failure pushes the estimate.
ASSUMPTIONS: tuple[tuple[str, str], ...] = (
    ("Everybody could have been recorded by some list.", "too low when some could not"),
    ("People in one group were about equally easy to record.", "too low when some were much harder"),
    ("Records of one person on two lists were linked.", "too high when links are missed"),
    ("Records that were linked are of one person.", "too low when strangers are linked"),
    ("No list draws on another beyond what the model allows.", "too low when one feeds another"),
    ("No list avoids another's people beyond what the model allows.", "too high when one avoids another"),
    ("All lists speak of the same people, period and place.", "too high when they do not"),
    (
        "The highest dependence, of all lists together, is nought.",
        "too low or too high by as much as the sensitivity shows; the lists cannot tell",
    ),
)


def as_sentences() -> list[str]:
    """The assumptions as plain sentences, for a table or a page."""
    return [f"{assumed} The estimate is {wrong}." for assumed, wrong in ASSUMPTIONS]
