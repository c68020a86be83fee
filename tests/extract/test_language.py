"""The language of a text, by its letters or a small model; what a report says of itself is believed."""

import pytest

from cairn.extract.language import language_of

TEXTS = [
    ("قصف على مدينة وسقوط ضحايا", "ara"),
    ("Российская авиация нанесла удар по рынку, объявили власти", "rus"),
    ("Російські війська обстріляли місто, є загиблі", "ukr"),
    ("Загинули до восьми людей.", "ukr"),
    ("A strike on the market killed two people on Friday", "eng"),
    ("Une frappe a tué deux civils sur le marché de la ville", "fra"),
    ("Un ataque mató a dos civiles en el mercado de la ciudad", "spa"),
    ("Pazara düzenlenen saldırıda iki sivil hayatını kaybetti", "tur"),
    ("12 5", None),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_a_language_is_known(text, language):
    assert language_of(text) == language


def test_a_report_is_believed_unless_its_letters_deny_it():
    assert language_of("Mithal", "tur") == "tur"
    assert language_of("قصف على مدينة", "eng") == "ara"


def test_small_words_tell_a_language_before_the_model_is_asked():
    assert (
        language_of("The shells fell on the camp and two guards were killed by them, the council said.")
        == "eng"
    )
    assert language_of("Los vecinos dijeron que las bombas fueron muchas y que una casa ardió.") == "spa"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Three people were killed and five injured.", "eng"),
        ("Deux civils tués et trois enfants blessés par un tir.", "fra"),
        ("Bij een aanval zijn twaalf burgers gedood, een man was in het huis.", "nld"),
        ("In der Nacht starben drei Menschen, darunter ein Kind.", "deu"),
    ],
)
def test_a_short_text_is_told_by_the_words_of_its_grammar_or_else_by_the_model(text, language):
    assert language_of(text) == language


def test_a_foreign_name_with_its_article_does_not_change_the_language():
    assert language_of("Five people killed in Los Robles, Las Palmas and Los Olmos, the mayor said.") == "eng"
