"""An item: bytes as they were received, before anybody has read them; and a remark about one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """The smallest thing that was received whole, untouched.

    `came_from` is where it was found, as a person would say it ("inbox/day1.jsonl, line 3"). `captured_at` is
    when somebody before us took it from `address`, where that is known. `said` is what the collector says of
    it ("source", "published", "language", "medium", "address"); it fills only what the report leaves empty.
    """

    body: bytes
    media_type: str
    came_from: str
    address: str | None = None
    captured_at: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence that a person should see, about something that was taken in or left alone all the same."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence
