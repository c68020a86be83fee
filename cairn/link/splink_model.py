"""The model by which Splink weighs two people: how each column is compared, and what the two lists taught it.

The model is one, whichever database then weighs the pairs: it is learned once and its weights carried over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from cairn.link.same_person import LIKELY_LISTED
from cairn.link.splink_columns import NAME, OTHERS

# Only those who share one of these are looked at.
LOOKED_UNDER = (
    ("own_frame", "family_frame"),
    ("own_frame", "father_frame", "age"),
    ("family_frame", "father_frame", "age"),
)
# One name spelled in two ways: one letter otherwise, or two in a long name.
NEARLY = (
    "least(length({0}_letters_l), length({0}_letters_r)) >= 3 and levenshtein({0}_letters_l, {0}_letters_r)"
    " <= case when least(length({0}_letters_l), length({0}_letters_r)) >= 7 then 2 else 1 end"
)
ELSEWHERE = "list_contains(middle_r, {0}_frame_l) or list_contains(middle_l, {0}_frame_r)"
NEVER_SEEN = 1e-6  # the share of rows on a level that no row was on while Splink learned

Levels = Sequence[Mapping[str, float]]  # of a comparison: what each of its levels says


@dataclass(frozen=True, slots=True)
class Learned:
    """What both lists tell beside the name, and how often rows of one person and of two meet each level."""

    said: tuple[str, ...]
    comparisons: Sequence[Levels]

    @classmethod
    def by(cls, linker: Any, said: tuple[str, ...]) -> Learned:
        """What a trained Splink learned."""
        comparisons = linker.misc.save_model_to_json()["comparisons"]
        return cls(said, [[*map(_weights, each["comparison_levels"])] for each in comparisons])

    def settings(self, dialect: str, listed: int) -> dict[str, Any]:
        """The model in a database's dialect, against a list of so many people."""
        told: dict[str, Any] = untaught(self.said, listed).create_settings_dict(dialect)
        for comparison, levels in zip(told["comparisons"], self.comparisons, strict=True):
            for level, weights in zip(comparison["comparison_levels"], levels, strict=True):
                level.update(weights)
        return told


def _weights(level: Mapping[str, Any]) -> dict[str, float]:
    if level.get("is_null_level"):
        return {}
    return {weight: level.get(weight, NEVER_SEEN) for weight in ("m_probability", "u_probability")}


def untaught(said: Sequence[str], listed: int) -> Any:
    """The model before it learns: four parts of a name with their rarity, and what else both lists tell."""
    splink = import_module("splink")
    comparisons = [*map(_name_part, NAME), *(_COMPARED[column]() for column in said)]
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
    moved = [_levels().CustomLevel(ELSEWHERE.format(part), base_dialect_str="duckdb")]
    return _comparison(
        part,
        f"{part}_frame",
        _levels().ExactMatchLevel(part, term_frequency_adjustments=True),
        _levels().ExactMatchLevel(f"{part}_frame", term_frequency_adjustments=True),
        *(moved if part in ("father", "grandfather") else []),
        _levels().CustomLevel(NEARLY.format(part), base_dialect_str="duckdb"),
    )


def _exactly(column: str) -> Any:
    exact = _levels().ExactMatchLevel(column, term_frequency_adjustments=column == "place")
    return _comparison(column, column, exact)


def _about(column: str, *apart: int) -> Any:
    exact = _levels().ExactMatchLevel(column, term_frequency_adjustments=True)
    return _comparison(
        column, column, exact, *(_levels().AbsoluteDifferenceLevel(column, most) for most in apart)
    )


_COMPARED: Mapping[str, Callable[[], Any]] = {
    "age": lambda: _about("age", 1, 5),
    "sex": lambda: _exactly("sex"),
    "day": lambda: _about("day", 3),
    "place": lambda: _exactly("place"),
}
assert tuple(_COMPARED) == OTHERS
