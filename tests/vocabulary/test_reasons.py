"""Every rule by which Cairn grades is a sentence in every language in which it publishes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import cairn
from cairn.values import About, Harm, Reason, Rule, from_json
from cairn.vocabulary.grades import grades, strike_statuses
from cairn.vocabulary.reasons import LANGUAGES, _file, about_in, reason_in, rule_in, sentence, slots

ROOT = Path(cairn.__file__).parent
WORDS = {"measure": "killed", "count": "3-", "accounts": "4", "place": "Tell Amber", "date": "2021-05"}


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_has_a_sentence_in_both_languages_with_the_same_words(rule):
    said = [sentence(rule, language) for language in LANGUAGES]
    assert all(said)
    assert len({slots(each) for each in said}) == 1


@pytest.mark.parametrize("about", About)
def test_what_a_reason_bears_on_is_said_in_both_languages_with_the_same_words(about):
    said = [_file()["about"][about][language] for language in LANGUAGES]
    assert all(said)
    assert len({slots(each) for each in said}) == 1


def test_every_sentence_answers_to_a_rule():
    assert set(_file()["rules"]) == set(Rule)
    assert set(_file()["about"]) == set(About)


def test_every_rule_is_used_and_no_reason_is_made_of_free_text():
    used = {each.proposed for each in [*grades().values(), *strike_statuses().values()]} | {Rule.AS_WRITTEN}
    for path in [*ROOT.glob("grade/*.py"), ROOT / "cli" / "decided.py"]:
        tree = ast.parse(path.read_text("utf-8"))
        used |= {Rule[name] for name in _members_of("Rule", tree)}
        for made in (each for each in ast.walk(tree) if _makes_a_reason(each)):
            assert not any(isinstance(each, ast.Constant | ast.JoinedStr) for each in made.args), path
    assert used == set(Rule)


def _members_of(enum: str, tree: ast.AST) -> set[str]:
    attributes = (each for each in ast.walk(tree) if isinstance(each, ast.Attribute))
    return {each.attr for each in attributes if isinstance(each.value, ast.Name) and each.value.id == enum}


def _makes_a_reason(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason"


def test_every_measure_that_is_graded_has_a_name_in_both_languages():
    kinds = [kind.value for kind in (Harm.KILLED, Harm.INJURED, Harm.MISSING)]
    graded = {*kinds, *(f"combatants {kind}" for kind in kinds[:2]), *(f"all {kind}" for kind in kinds[:2])}
    assert {name for name, said in _file()["measures"].items() if set(said) == set(LANGUAGES)} == graded


@pytest.mark.parametrize(
    ("reason", "english", "arabic"),
    [
        (
            Reason(About.MIN, Rule.NAMED, words={"measure": "killed", "count": "12"}),
            "killed min 12: that many people are named",
            "القتلى، الحد الأدنى 12: هذا عدد من ذُكرت أسماؤهم",
        ),
        (  # a floor without a ceiling
            Reason(About.COUNT, Rule.LEFT_OUT, words={"measure": "injured", "count": "61-"}),
            "injured at least 61: left out: too few others agree with it",
            "الجرحى، ما لا يقل عن 61: لم يؤخذ به، لقلّة الروايات التي توافقه",
        ),
        (  # a place is called as its people call it, where that is known
            Reason(
                About.PLACE,
                Rule.REPORTS_THAT_PLACE,
                words={"place": "Tell Amber", "place ara": "تل عنبر", "agreeing": "2", "reports": "3"},
            ),
            "place Tell Amber: 2 of 3 reports that place it",
            "المكان، تل عنبر: عدد التقارير المؤيدة: 2، من أصل 3 تحدد المكان",
        ),
        (  # a belligerent bears the name that Arabic readers know
            Reason(
                About.MIN,
                Rule.CONCEDED,
                words={"measure": "killed", "count": "4", "parties": "US-led Coalition"},
            ),
            "killed min 4: conceded by US-led Coalition",
            "القتلى، الحد الأدنى 4: بإقرار الطرف المتحارب (التحالف الدولي)",
        ),
    ],
)
def test_a_reason_is_said_in_the_readers_language(reason, english, arabic):
    assert reason_in(reason) == english
    assert reason_in(reason, "ara") == arabic


def test_each_word_is_a_piece_of_its_own():
    reason = Reason(About.MAX, Rule.HIGHEST, words=WORDS)
    assert [(p.text, p.slot) for p in rule_in(reason, "eng")] == [
        ("the highest of ", ""),
        ("4", "accounts"),
        (" accounts", ""),
    ]
    assert [p.text for p in about_in(reason, "ara") if p.slot] == ["3"]


def test_a_sentence_kept_by_an_earlier_version_is_said_as_written():
    old = from_json(Reason, {"about": "killed min 3", "rule": "the only account"})
    assert reason_in(old) == "killed min 3: the only account"
