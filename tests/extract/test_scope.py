"""Of what event a sentence's counts are; brackets speak for themselves."""

from __future__ import annotations

import pytest

from cairn.extract.scope import Scopes
from cairn.extract.words import words
from cairn.values import Scope

SCOPES = [
    ("Five were killed on Friday", "eng", Scope.INCIDENT),
    ("5,000 have been killed since the start of the war", "eng", Scope.TOLL),
    ("A similar attack last year killed nine", "eng", Scope.BACKGROUND),
    ("He was accused of killing two", "eng", Scope.BACKGROUND),
    ("وكانت قد قتلت ثلاثة", "ara", Scope.BACKGROUND),
    ("قتل 60 منذ بداية العام", "ara", Scope.TOLL),
    ("For the second time in 24 hours a strike killed three", "eng", Scope.INCIDENT),
    ("In 24 hours strikes killed thirty", "eng", Scope.TOLL),
    ("قتل خمسة اليوم", "ara", Scope.INCIDENT),
]


@pytest.mark.parametrize(("text", "language", "scope"), SCOPES)
def test_words_say_of_what_event_a_count_is(text, language, scope):
    assert Scopes(words(text), language).at(0) is scope


def test_what_stands_in_brackets_is_not_the_sentence():
    text = "Two were killed (nine died last year)"
    scopes = Scopes(words(text), "eng")
    assert (scopes.at(0), scopes.at(text.index("nine"))) == (Scope.INCIDENT, Scope.BACKGROUND)
