"""The site says everything in Arabic that it says in English."""

import io
from pathlib import Path

import yaml
from babel.messages.mofile import write_mo

import cairn.vocabulary
from cairn.records import actions
from cairn.site.terms import CONVENTIONS, DEEDS, MEANS, MEASURES, OBJECTS, UNITS
from cairn.vocabulary.conventions import conventions
from cairn.vocabulary.grades import grades, strike_statuses
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.measures import measures
from tests.site.catalogue import SITE, arabic, said

VOCABULARY = Path(cairn.vocabulary.__file__).parent


def untranslated(words):
    catalogue = arabic()
    found = ((context, text, catalogue.get(text, context)) for context, text in words)
    return [(context, text) for context, text, held in found if held is None or not held.string]


def test_every_word_of_the_site_is_translated():
    assert untranslated(said()) == []


def test_every_grade_and_status_is_explained_in_arabic():
    meanings = [*grades().values(), *strike_statuses().values()]
    assert untranslated((None, one.means) for one in meanings) == []


def test_every_means_measure_and_unit_that_can_be_read_has_its_word():
    assert {means for code in languages() for means in section(code, "means")} <= set(MEANS)
    assert {kind for code in languages() for kind in section(code, "objects")} <= set(OBJECTS)
    assert {one.name for one in measures()} <= set(MEASURES)
    assert {unit for one in measures() for unit in one.units} <= set(UNITS)


def test_every_measure_and_unit_of_a_shipped_mapping_has_its_word():
    mappings = [yaml.safe_load(path.read_text("utf-8")) for path in VOCABULARY.glob("mappings/*.yml")]
    tables = [said for said in mappings if said["kind"] == "figures"]
    named = {one["measure"] for said in tables for one in said.get("figures", ())}
    given = [said[key] for said in tables for key in ("measure", "unit") if isinstance(said.get(key), str)]
    assert named | set(given) <= {*MEASURES, *UNITS}
    assert named


def test_every_convention_and_vague_word_has_its_word():
    said = conventions()
    settings = {word for pair in said["accounts"].items() for word in pair if isinstance(word, str)}
    assert settings | set(said["vague"]) <= set(CONVENTIONS)


def test_every_action_has_its_word():
    changing = [name for name in actions.__all__ if hasattr(getattr(actions, name), "__wrapped__")]
    assert changing
    assert {name.replace("_", " ") for name in changing} <= set(DEEDS)


def test_every_plural_has_all_six_arabic_forms():
    plurals = [message for message in arabic() if isinstance(message.id, tuple)]
    assert plurals
    assert all(len(message.string) == 6 and all(message.string) for message in plurals)


def test_the_compiled_catalogue_is_the_written_one():
    compiled = io.BytesIO()
    write_mo(compiled, arabic())
    assert (SITE / "locale" / "ar" / "LC_MESSAGES" / "django.mo").read_bytes() == compiled.getvalue()
