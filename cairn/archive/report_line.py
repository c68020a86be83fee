"""A report that came as a JSON object or a table row: the words, and what is known beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cairn.exceptions import BadInput
from cairn.values import ReportText
from cairn.vocabulary.languages import iso_639_3
from cairn.vocabulary.published import published_date


def report_text(said: Mapping[str, Any]) -> ReportText:
    """`id` and `text` are needed; `title`, `published`, `language`, `source`, `medium`, `countries` are not.

    Raises BadInput where the id or the text is missing. A date of publication that cannot be read is kept as
    it was written, and `published` stays None.
    """
    if said.get("id") in (None, ""):
        raise BadInput("This report has no id. Give each report an id of its own.")
    if not isinstance(said.get("text"), str):
        raise BadInput(f"Report {said['id']} has no text. Put its words in the field “text”.")
    language = iso_639_3(_words(said, "language"))
    return ReportText(
        id=str(said["id"]),
        text=said["text"],
        title=_words(said, "title"),
        published=published_date(_words(said, "published"), language),
        published_text=_words(said, "published"),
        language=language,
        source=_words(said, "source"),
        medium=_words(said, "medium"),
        countries=countries_of(said),
    )


def countries_of(said: Mapping[str, Any]) -> tuple[str, ...]:
    """The codes of `countries`, a hint. Raises BadInput where they are no list of words."""
    countries = said.get("countries") or ()
    if not isinstance(countries, list | tuple) or not all(isinstance(each, str) for each in countries):
        raise BadInput(
            f"Report {said.get('id')} has countries that are no list of codes. Write [“SY”, “IQ”]."
        )
    return tuple(countries)


def _words(said: Mapping[str, Any], key: str) -> str | None:
    value = said.get(key)
    return None if value in (None, "") else str(value)
