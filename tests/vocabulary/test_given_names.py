"""Given names tell the sex of those who bear them, where only one sex does."""

from __future__ import annotations

import pytest

from cairn.vocabulary.given_names import sex_of


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Fatima Testi", "female"),
        ("محمد التجريبي", "male"),
        ("Alaa Testi", None),
        ("Xyz Testi", None),
        ("", None),
        ("Dr. Basem Testi", "male"),
        ("Ebtesam Testi", "female"),
        ("Umm Omar Testi", "female"),
        ("Abu Rana Testi", "male"),
        ("Rida Testi Umm Samir", "female"),
        ("Hajja Rida Testi", "female"),
        ("Nour Testi", None),
        ("Nour al-Din Testi", "male"),
        ("Nour Huda Testi", "female"),
        ("Abdel-Rahman Testi", "male"),
        ("ام سمير", "female"),
    ],
)
def test_a_given_name_tells_the_sex_only_where_one_sex_bears_it(name, sex):
    assert sex_of(name) == sex
