"""The model by which Splink weighs two people: the columns of a list, and how each is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from cairn.link.alignment import Parts
from cairn.link.listed import ListedPerson
from cairn.link.names import frame, name_parts
from cairn.link.same_person import LIKELY_LISTED

NEARLY = 0.88  # Jaro-Winkler likeness of one name spelled in two ways
NAME = ("own", "father", "grandfather", "family")
# Only those who share one of these are looked at.
LOOKED_UNDER = (
    ("own_frame", "family_frame"),
    ("own_frame", "father_frame", "age"),
    ("family_frame", "father_frame", "age"),
)


def settings(splink: Any, said: Sequence[str], listed: int) -> Any:
    """The model: three parts of a name, each with its rarity, and whatever else both lists tell."""
    comparisons = [*map(_name_part, NAME), *(OTHERS[column]() for column in said)]
    return splink.SettingsCreator(
        link_type="link_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[splink.block_on(*block) for block in LOOKED_UNDER],
        probability_two_random_records_match=LIKELY_LISTED / listed,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
    )


def _levels() -> Any:
    return import_module("splink.comparison_level_library")


def _comparison(name: str, *levels: Any) -> Any:
    library = import_module("splink.comparison_library")
    ends = [_levels().NullLevel(levels[0]), *levels[1:], _levels().ElseLevel()]
    return library.CustomComparison(ends, output_column_name=name)


def _name_part(part: str) -> Any:
    """Written alike, of the same consonants, standing elsewhere in the name, or nearly alike."""
    elsewhere = "list_contains(middle_r, {0}_frame_l) or list_contains(middle_l, {0}_frame_r)"
    return _comparison(
        part,
        f"{part}_frame",
        _levels().ExactMatchLevel(part, term_frequency_adjustments=True),
        _levels().ExactMatchLevel(f"{part}_frame", term_frequency_adjustments=True),
        *([_levels().CustomLevel(elsewhere.format(part))] if part in ("father", "grandfather") else []),
        _levels().JaroWinklerLevel(part, NEARLY),
    )


def _exactly(column: str) -> Any:
    exact = _levels().ExactMatchLevel(column, term_frequency_adjustments=column == "place")
    return _comparison(column, column, exact)


def _about(column: str, *apart: int) -> Any:
    exact = _levels().ExactMatchLevel(column, term_frequency_adjustments=True)
    return _comparison(
        column, column, exact, *(_levels().AbsoluteDifferenceLevel(column, most) for most in apart)
    )


OTHERS: Mapping[str, Callable[[], Any]] = {
    "age": lambda: _about("age", 1, 5),
    "sex": lambda: _exactly("sex"),
    "day": lambda: _about("day", 3),
    "place": lambda: _exactly("place"),
}


def said_in_both(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> list[str]:
    return [
        column
        for column in OTHERS
        if all(any(getattr(each, column) not in (None, "") for each in people) for people in (first, second))
    ]


def script_of(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> str:
    """The script in which most of both lists are written; where there is none, names meet by their frames."""
    return max(
        ("name_ar", "name_en"),
        key=lambda script: min(
            sum(bool(getattr(each, script)) for each in people) / len(people) for people in (first, second)
        ),
    )


def table(people: Sequence[ListedPerson], script: str) -> Any:
    """The list as an Arrow table, column by column: row by row takes thrice as long."""
    arrow = import_module("pyarrow")
    text, whole = arrow.string(), arrow.int32()
    parts = [name_parts(getattr(each, script) or each.name_ar or each.name_en) for each in people]
    middle = [[frame(part) for part in each[1:-1]] for each in parts]
    columns = {"unique_id": arrow.array([each.id for each in people], text)}
    for name, said in zip(NAME, zip(*map(_by_place, parts), strict=True), strict=True):
        columns[name] = arrow.array(said, text)
        columns[f"{name}_frame"] = arrow.array([frame(part) if part else None for part in said], text)
    columns["middle"] = arrow.array(middle, arrow.list_(text))
    columns["age"] = arrow.array([None if each.age is None else int(each.age) for each in people], whole)
    columns["sex"] = arrow.array([each.sex for each in people], text)
    columns["day"] = arrow.array([each.day for each in people], whole)
    columns["place"] = arrow.array([each.place or None for each in people], text)
    return arrow.table(columns)


def _by_place(parts: Parts) -> tuple[str | None, ...]:
    """Own, father's, grandfather's and family's name; of two parts the second is the family's."""
    own, *rest = parts or (None,)
    father, grandfather, *_ = (*rest[:-1], None, None)
    return own, father, grandfather, rest[-1] if rest else None
