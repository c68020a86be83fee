"""Which model is asked, where, and within which bounds."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from cairn.exceptions import BadInput
from cairn.values import Asked

KEY = "CAIRN_MODEL_KEY"
_BOUNDS = (("seconds", 3600, int | float), ("most_characters", 1_000_000, int), ("at_once", 64, int))


@dataclass(frozen=True, slots=True)
class ModelSetting:
    """`address` is that of an OpenAI-compatible service, up to and with its version: https://host/v1.

    `seconds` is the most that one report may take, every further try included; `at_once` how many questions
    are under way together. The key is no part of it, so that it is never written down.
    """

    address: str
    name: str
    seconds: float = 120.0
    most_characters: int = 20_000
    at_once: int = 2

    def __post_init__(self) -> None:
        _insist_on_address(self.address)
        if not isinstance(self.name, str) or not self.name.strip() or not self.name.isprintable():
            raise BadInput("A model needs a name. Write the one under which its service knows it.")
        for name, most, kind in _BOUNDS:
            said = getattr(self, name)
            if isinstance(said, bool) or not isinstance(said, kind) or not 0 < said <= most:
                raise BadInput(f"“{name}” of the model is {said!r}. Write a number up to {most}.")

    @property
    def asked(self) -> Asked:
        """The model as what comes of its answers names it."""
        return Asked(self.name, self.most_characters)

    @property
    def chat(self) -> str:
        """Where a question is posted."""
        return f"{self.address.rstrip('/')}/chat/completions"


def key_in(environment: Mapping[str, str]) -> str:
    """The key, "" where none is needed. Refuses one that could not stand in a header; never shows it."""
    key = environment.get(KEY, "").strip()
    if not re.fullmatch(r"[!-~]*", key):
        raise BadInput(f"{KEY} holds a space or a letter that no key has. Set it again.")
    return key


def _insist_on_address(address: str) -> None:
    problem = _problem(address)
    if problem:
        raise BadInput(f"The model's address {problem}. Write it like https://host/v1.")


def _problem(address: str) -> str:
    if not isinstance(address, str):  # as a settings file may have it
        return "is no web address"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "is no web address"
    if not re.fullmatch(r"[!-~]+", address) or parts.scheme not in ("http", "https") or not host:
        return "is no web address"
    if parts.username is not None or parts.password is not None:
        return f"holds a name or password; give a key as {KEY} instead"
    if "?" in address or "#" in address:
        return "holds a ? or a #, and must end before them"
    if parts.scheme == "http" and not _is_near(host):
        return "is http, so anyone on the way could read the reports; outside your own network use https"
    return ""


def is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_near(host: str) -> bool:
    """This machine or its own network: a private number, or a name without a dot."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".localhost", ".local", ".internal"))
