"""Given names and the sex they are given to, from `given_names.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cairn.vocabulary.fold import fold
from cairn.vocabulary.yaml_file import read_yaml


@cache
def given_names() -> Mapping[str, str]:
    """Folded given name → "male" or "female"; a name that both bear is not here."""
    said = read_yaml("given_names.yml")
    sexes: dict[str, set[str]] = {}
    for script in said.values():
        for sex, names in script.items():
            for name in names:
                sexes.setdefault(fold(str(name)), set()).add(sex)
    return {name: sex for name, (sex, *others) in ((n, sorted(s)) for n, s in sexes.items()) if not others}


def sex_of(name: str) -> str | None:
    """ "male" or "female" by the first name, where it is given to one sex only.

    >>> sex_of("Fatima Haddad")
    'female'
    """
    first = fold(name.split()[0]) if name.split() else ""
    return given_names().get(first)
