"""Each language by its vocabulary file alone: this text, these claims, and the reason the row is there.

The tables are in `pairs/`, one a language. A row that is a list is (text, claims, why); a row that is a
mapping also says when, where, by whom and on whose word. The sentences and the people in them are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.extract.read import read
from cairn.values import PartialDate, ReportText
from cairn.vocabulary.language import section
from tests.extract.test_casualties import _line as line

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.yml"))


def rows(kind):
    for path in PAIRS:
        said = yaml.safe_load(path.read_text("utf-8"))
        yield from (
            pytest.param(path.stem, row, id=f"{path.stem}-{at}")
            for at, row in enumerate(said, 1)
            if isinstance(row, kind)
        )


def reading(language, text, published=None):
    when = PartialDate(str(published)) if published else None
    return read(ReportText("1", text, language=language, published=when))


@pytest.mark.parametrize(("language", "row"), list(rows(list)))
def test_a_sentence_says_so_much_and_no_more(language, row):
    text, claims, why = row
    found = reading(language, text).claims
    assert all(claim.span.stands_in(text) for claim in found)
    assert [line(claim) for claim in found] == claims, why


@pytest.mark.parametrize(("language", "row"), list(rows(dict)))
def test_a_sentence_says_when_where_by_whom_and_on_whose_word(language, row):
    said = reading(language, row["text"], row.get("published"))
    found = {
        "claims": [line(claim) for claim in said.claims],
        "quantifier": [str(claim.quantifier) for claim in said.claims],
        "date": str(said.date) if said.date else None,
        "place": said.place.name if said.place else None,
        "by": sorted(f"{each.name} {each.role}" for each in said.belligerents),
        "says": next((claim.attributed_to for claim in said.claims), None),
    }
    asked = {name: row[name] for name in found if name in row}
    asked = {name: str(each) if name == "date" and each else each for name, each in asked.items()}
    assert len(asked), "the row asks nothing"
    assert {name: found[name] for name in asked} == asked, row["why"]


def texts(path):
    said = yaml.safe_load(path.read_text("utf-8"))
    return [row["text"] if isinstance(row, dict) else row[0] for row in said]


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_shuffled_words_are_read_and_every_span_stands_in_them(path, data):
    """Words of two sentences in any order: nothing true to find, and nothing that may fail."""
    two = data.draw(st.lists(st.sampled_from(texts(path)), min_size=1, max_size=2))
    text = " ".join(data.draw(st.permutations(" ".join(two).split())))
    found = reading(path.stem, text, "2024-03-15")
    assert all(claim.span.stands_in(text) for claim in found.claims)


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_language_is_tried_on_sixty_pairs_each_with_its_reason(path):
    said = yaml.safe_load(path.read_text("utf-8"))
    assert len(set(texts(path))) == len(said) >= 60
    assert all(row["why"] if isinstance(row, dict) else row[2] for row in said)


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_language_has_every_section_that_claims_need(path):
    for name in (
        "when",
        "numbers",
        "vague",
        "quantifiers",
        "people",
        "harm",
        "signs",
        "scope",
        "where",
        "who",
    ):
        assert section(path.stem, name), f"{path.stem}.yml lacks {name}"
