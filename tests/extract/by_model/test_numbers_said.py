"""A number counts as said only where our own grammar reads it in the quote."""

import pytest

from cairn.extract.by_model.numbers_said import numbers_said, says
from cairn.values import Range


@pytest.mark.parametrize(
    ("quote", "language", "claimed"),
    [
        ("ten people were killed", "eng", Range(10, 10)),
        ("At least 10 civilians died", "eng", Range(10, None)),
        ("between 3 and 5 children", "eng", Range(3, 5)),
        ("ten were killed; other neighbours say 15", "eng", Range(10, 15)),
        ("dozens of wounded", "eng", Range(12, 24)),
        ("1,200 dead", "eng", Range(1200, 1200)),
        ("a child was killed", "eng", Range(1, 1)),
        ("No casualties were reported", "eng", Range(0, 0)),
        ("14 lives were lost", "eng", Range(14, 14)),
        ("مقتل 5أشخاص", "ara", Range(5, 5)),
        ("استشهاد خمسة مدنيين", "ara", Range(5, 5)),
        ("طفلان قتلا", "ara", Range(2, 2)),
        ("погибли двое", "rus", Range(2, 2)),
        ("5 Verletzte", "deu", Range(5, 5)),
    ],
)
def test_a_number_that_the_quote_says(quote, language, claimed):
    assert says(numbers_said(quote, language), claimed)


@pytest.mark.parametrize(
    ("quote", "claimed", "why"),
    [
        ("ten people were killed", Range(11, 11), "another number"),
        ("At least 10 civilians died", Range(10, 10), "a floor has no ceiling"),
        ("At least 10 civilians died", Range(10, 20), "nobody said twenty"),
        ("three were killed", Range(3, None), "an exact number is no floor"),
        ("killed on 12 May 2017", Range(12, 12), "a day of the month"),
        ("killed on 12 May 2017", Range(2017, 2017), "a year"),
        ("a boy aged 7 was killed", Range(7, 7), "an age"),
        ("people were killed in the town", Range(40, 40), "no number at all"),
        ("killed by a 2,000lb bomb", Range(2000, 2000), "a weight"),
        ("three were killed and two were hurt", Range(5, 5), "a sum that nobody said"),
        ("No casualties were reported", Range(2, 2), "a plural that is denied"),
    ],
)
def test_a_number_that_the_quote_does_not_say(quote, claimed, why):
    assert not says(numbers_said(quote, "eng"), claimed), why
