"""The site says everything in Arabic that it says in English."""

import io

from babel.messages.mofile import write_mo

from cairn.vocabulary.grades import grades, strike_statuses
from tests.site.catalogue import SITE, arabic, said


def untranslated(words):
    catalogue = arabic()
    found = ((context, text, catalogue.get(text, context)) for context, text in words)
    return [(context, text) for context, text, held in found if held is None or not held.string]


def test_every_word_of_the_site_is_translated():
    assert untranslated(said()) == []


def test_every_grade_and_status_is_explained_in_arabic():
    meanings = [*grades().values(), *strike_statuses().values()]
    assert untranslated((None, one.means) for one in meanings) == []


def test_every_plural_has_all_six_arabic_forms():
    plurals = [message for message in arabic() if isinstance(message.id, tuple)]
    assert plurals
    assert all(len(message.string) == 6 and all(message.string) for message in plurals)


def test_the_compiled_catalogue_is_the_written_one():
    compiled = io.BytesIO()
    write_mo(compiled, arabic())
    assert (SITE / "locale" / "ar" / "LC_MESSAGES" / "django.mo").read_bytes() == compiled.getvalue()
