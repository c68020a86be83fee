"""Keep what was released: a name, the hash of its manifest, and how far the changes had come."""

from __future__ import annotations

from collections.abc import Mapping

from cairn.exceptions import BadInput
from cairn.records.change import By, action, concerning, now, write
from cairn.records.models import Release
from cairn.records.permissions import can_record


def refuse_name(name: str) -> None:
    """A name is used once."""
    if Release.objects.filter(name=name).exists():
        raise BadInput(f"There is a release “{name}” already. Choose another name.")


@action(can_record)
def keep_release(
    by: By, name: str, manifest_sha256: str, head: str, counted: Mapping[str, int] | None = None
) -> Release:
    """Keep that these files were published, made of the record as it stood after the change `head`.

    `counted`: how many incidents it has, and how many were added, removed and changed.
    """
    refuse_name(name)
    concerning(name, **(counted or {}))
    return write(Release(name=name, manifest_sha256=manifest_sha256, head=head, made_at=now()))
