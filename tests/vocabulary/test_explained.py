"""Every rule by which a claim or figure is read is a sentence in every language in which Cairn publishes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import cairn.extract
from cairn.extract.casualties import casualties
from cairn.extract.words import words
from cairn.values import Way
from cairn.vocabulary.explained import _file, claim_rule_in, figure_rule_in
from cairn.vocabulary.reasons import LANGUAGES
from tests.extract.test_casualties import ARABIC, ENGLISH

EXTRACT = Path(cairn.extract.__file__).parent


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", Way)
def test_every_way_has_a_sentence_of_its_own(way, language):
    said = claim_rule_in(way, language)
    assert said.endswith(".")
    assert [other for other in Way if claim_rule_in(other, language) == said] == [way]


def test_no_sentence_is_left_over():
    assert set(_file()["ways"]) == set(Way)


def test_every_way_is_used_by_the_extractor_and_no_rule_is_made_of_free_words():
    used = set()
    for path in EXTRACT.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id == "Way"
            ):
                used.add(Way[node.attr])
            if isinstance(node, ast.keyword) and node.arg == "rule":
                assert not isinstance(node.value, ast.Constant), (path, node.value.lineno)
    assert used == set(Way)


@pytest.mark.parametrize(("language", "table"), [("eng", ENGLISH), ("ara", ARABIC)])
def test_the_rule_of_every_claim_in_the_tables_is_said(language, table):
    for text, *_ in table:
        for claim in casualties(text, words(text), language):
            for each in LANGUAGES:
                assert claim_rule_in(claim.rule, each).endswith("."), claim.rule


def test_a_part_and_a_denial_say_so_besides_the_way():
    way = claim_rule_in("they died")
    assert claim_rule_in("they died: part").startswith(way)
    assert claim_rule_in("denied: they died").endswith(way)
    assert len({way, claim_rule_in("they died: part"), claim_rule_in("denied: they died")}) == 3
    assert claim_rule_in("denied: nobody harmed") == claim_rule_in("nobody harmed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_models_proposal_names_the_model_in_the_direction_of_its_own_name(language):
    assert "\u2068small-one\u2069" in claim_rule_in("model: small-one", language)


def test_a_rule_of_an_earlier_version_stays_as_it_was_written():
    assert claim_rule_in("by hand") == "by hand"
    assert claim_rule_in("") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figures_rule_is_said(language):
    assert figure_rule_in(language).endswith(".")
