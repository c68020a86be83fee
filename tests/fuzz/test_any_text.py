"""Texts that nobody would write: words of all languages and every mark in any order, halves of characters."""

from __future__ import annotations

import random
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.archive.decoding import clean
from cairn.cli.in_terminal import marked
from cairn.extract.explain import explain
from cairn.site.explained import page_of
from cairn.story import extract
from cairn.values import PartialDate, ReportText
from tests.cli.test_explain import Tags
from tests.fuzz.seeds import MARKS, dictionary, sentences
from tests.fuzz.targets import COUNTRIES, DAYS, LANGUAGES, admission, check_reading

SENTENCES = sorted({words for _, words in sentences()})
PHRASES = dictionary("report")
# Letters of the scripts we read with the marks that hang on them, and every category that Unicode has.
LETTERS = st.text(st.sampled_from("aé́ñıİßقتلـًّٰةیکگأؤئءїґёЫהיד") | st.characters(codec=None), max_size=12)
PIECES = st.sampled_from(PHRASES) | st.sampled_from(MARKS) | LETTERS | st.integers(0, 10**30).map(str)
HEAPS = st.lists(PIECES, max_size=40).flatmap(
    lambda said: st.sampled_from(["", " ", "\n"]).map(lambda gap: gap.join(said))
)


@st.composite
def broken(draw):
    """A sentence or two with pieces thrown into them."""
    letters = list(" ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))))
    for piece in draw(st.lists(PIECES, max_size=12)):
        letters.insert(draw(st.integers(0, len(letters))), piece)
    return "".join(letters)


TEXTS = broken() | HEAPS | st.text(st.characters(codec=None), max_size=300)
TAGS = (
    "</style></title>--><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=x>{{ 1 }}{% x %}"
)
DAYS_SAID = st.sampled_from([PartialDate(day) if day else None for day in DAYS])


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS | st.none(), st.sampled_from(LANGUAGES), DAYS_SAID, st.sampled_from(COUNTRIES))
def test_whatever_is_written_is_read_and_no_span_lies(text, title, language, day, countries):
    check_reading(ReportText("1", text, title, day, language=language, countries=countries))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 29))
def test_whatever_a_belligerent_writes_is_read(text, how):
    admission(bytes([how]) + text.encode("utf-8", "surrogatepass"))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["en", "ar"]))
def test_whatever_is_explained_a_page_has_our_tags_alone_and_a_terminal_no_orders(text, title, language):
    report = ReportText("1", clean(text + TAGS), clean(title + TAGS), language="eng")
    explained = explain(report, extract(report))
    page = Tags(page_of([explained], language))
    assert not {"script", "img", "svg", "iframe"} & set(page.names)
    assert page.fetched == []
    assert set(page.links) <= set(page.ids)
    shown = marked(explained.text).plain + marked(explained.title).plain
    assert not any(category(letter) == "Cc" and letter not in "\n\t" for letter in shown)


def test_the_pieces_are_of_every_language():
    alphabets = {
        "eng": "killed",
        "ara": "قتل",
        "rus": "погибли",
        "ukr": "загинули",
        "fra": "tués",
        "tur": "öldü",
    }
    assert {code for code, word in alphabets.items() if word in PHRASES} == set(alphabets)
    assert len(PHRASES) > 5000


def test_long_heaps_of_sentences_in_mixed_languages_are_read():
    shuffled = random.Random(7)
    for _ in range(20):
        check_reading(ReportText("1", " ".join(shuffled.sample(SENTENCES, 40))))
