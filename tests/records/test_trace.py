"""The sentence of a claim is shown whole, its words marked, in any script."""

import pytest

from cairn.records.trace import sentence_around
from cairn.values import Span


@pytest.mark.parametrize(
    ("text", "phrase", "shown"),
    [
        ("It rained. Four people died. It went on.", "Four people", "[Four people] died."),
        ("Four people died", "Four people died", "[Four people died]"),
        ("Heading\nFour people\ndied there.", "Four", "[Four] people"),
        ("قتل أربعة مدنيين؟ نعم. انتهى.", "نعم", "[نعم]."),
    ],
)
def test_the_sentence_around_a_span(text, phrase, shown):
    start = text.index(phrase)
    assert sentence_around(text, Span.of(text, start, start + len(phrase))) == shown
