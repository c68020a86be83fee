"""An explained report: every claim and figure lies over its own words, and the words are all there."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from cairn.extract.explain import explain
from cairn.extract.read import read
from cairn.values import Claim, Harm, Quantifier, Range, Reading, ReportText, Span

REPORT = ReportText(
    id="1",
    title="Three killed in Testville",
    text=(
        "Five people, among them two children, were killed in Testville. The group holds 45 percent of it.\n"
        "Shared with Public\nLike\nComment"
    ),
    language="eng",
)


def joined(pieces):
    return "".join(piece.text for piece in pieces)


def words_of(label, pieces):
    return joined(piece for piece in pieces if label in [note.label for note in piece.notes])


def test_a_part_is_marked_inside_its_whole_and_names_it():
    found = explain(REPORT, read(REPORT))
    whole, part = found.claims
    assert (whole.label, part.label, part.part_of) == ("1", "2", "1")
    assert words_of("2", found.text) == part.said.span.phrase
    assert words_of("1", found.text) == whole.said.span.phrase
    [inner] = [piece for piece in found.text if part in piece.begins]
    assert inner.notes == (whole, part)


def test_a_claim_of_the_title_is_marked_in_the_title():
    found = explain(REPORT, read(REPORT))
    assert words_of("T1", found.title) == "Three killed"
    assert joined(found.title) == REPORT.title


def test_a_figure_bears_a_label_of_its_own():
    found = explain(REPORT, read(REPORT))
    assert words_of("F1", found.text) == "45 percent"
    assert [note.is_figure for note in found.notes] == [False, False, False, True]


def test_what_the_page_added_is_told_apart():
    found = explain(REPORT, read(REPORT))
    assert "Shared with Public" in joined(piece for piece in found.text if piece.furniture)
    assert "killed" not in joined(piece for piece in found.text if piece.furniture)


def test_a_part_of_the_title_names_its_whole_in_the_title():
    report = ReportText(id="1", text="One man was injured.", title="Five killed, among them two children")
    found = explain(report, read(report))
    assert [(note.label, note.part_of) for note in found.headline] == [("T1", ""), ("T2", "T1")]


def test_a_span_that_does_not_stand_in_the_words_marks_nothing():
    claim = Claim(Harm.KILLED, Range(1, 1), Quantifier.EXACT, Span(0, 3, "Six"))
    found = explain(REPORT, Reading("eng", claims=(claim,)))
    assert not found.claims[0].marked
    assert not any(piece.notes for piece in found.text)


def test_each_note_begins_once_and_ends_once():
    found = explain(REPORT, read(REPORT))
    for notes in ([piece.begins for piece in found.text], [piece.ends for piece in found.text]):
        labels = [note.label for each in notes for note in each]
        assert sorted(labels) == ["1", "2", "F1"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(REPORT.text.split(" ")), max_size=40).map(" ".join), st.text(max_size=40))
def test_whatever_is_explained_its_words_are_whole(text, title):
    report = ReportText(id="1", text=text, title=title, language="eng")
    found = explain(report, read(report))
    assert joined(found.text) == text
    assert joined(found.title) == title
    for note in (*found.claims, *found.figures):
        assert words_of(note.label, found.text) == note.said.span.phrase
