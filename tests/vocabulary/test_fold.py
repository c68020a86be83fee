"""Folding: what readers take as one is one, and the way back is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.vocabulary.fold import fold, fold_with_offsets, is_disguised, undisguised

SAME = [
    ("الرَّقّة", "الرقه", "vowel signs and the two ways of ending a name"),
    ("أحمد", "احمد", "hamza is often left out"),
    ("مستشفى", "مستشفي", "alef maksura and yeh"),
    ("شهداء", "شهدا", "the last hamza is often left out"),
    ("مـديـنة", "مدينة", "strokes only stretch a word"),
    ("ﺣﻠﺐ", "حلب", "presentation forms come out of old PDF files"),
    ("کوبانی", "كوباني", "Persian and Kurdish keyboards"),
    ("١٢٣", "123", "Arabic-Indic digits"),
    ("۱۲۳", "123", "Persian digits"),
    ("\u200fحلب\u200e", "حلب", "direction marks are no letters"),
    ("İstanbul", "istanbul", "the Turkish capital"),
    ("Diyarbakır", "diyarbakir", "the dotless i"),
    ("Orlóvskaya", "orlovskaya", "accents"),
    ("Ёлкино", "елкино", "ё is mostly written е"),
    ("قصـ.ـف", "قصف", "a stop between two strokes hides a word from a filter"),
    ("استـ ـشهـ ـاد", "استشهاد", "so does a blank"),
    ("قصـ.ف", "قصف", "and a stop after one stroke"),
    ("د.ا.عش", "داعش", "and letters dealt out between stops"),
    ("د1عش", "داعش", "and the digit that looks like alef"),
    ("“twelve”", '"twelve"', "curved quotes"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME, ids=[row[2] for row in SAME])
def test_what_readers_take_as_one_is_one(one, other, why):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("حلب", "حلبا", "two towns"),
        ("край", "краи", "й is a letter of its own"),
        ("الـ 17", "ال17", "a stroke before a blank joins nothing"),
        ("توقف القصف.وقال", "توقف القصفوقال", "a full stop without a blank still ends a sentence"),
    ],
)
def test_what_differs_stays_apart(one, other, why):
    assert fold(one) != fold(other)


def test_a_broken_word_leads_back_to_all_its_pieces():
    text = "نبأ: استـ ـشهـ ـاد رجل"
    folded = fold_with_offsets(text)
    at = folded.text.index("استشهاد")
    start, end = folded.span(at, at + len("استشهاد"))
    assert text[start:end] == "استـ ـشهـ ـاد"


def test_a_span_keeps_the_marks_of_its_last_letter():
    text = "قُتِلَ رجل"
    start, end = fold_with_offsets(text).span(0, 3)
    assert text[start:end] == "قُتِلَ"


def test_digits_dressed_as_letters_are_read_as_letters():
    assert is_disguised("ki11ed")
    assert "killed" in undisguised("ki11ed")
    assert not is_disguised("killed")
    assert not is_disguised("m16")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ـ. ا1دعﷲİßéёæ\u200f\u064e"))))
def test_every_span_lies_inside_the_text(text):
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
