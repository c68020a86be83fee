"""Keep what was published: a name, the hash of its manifest, and how far the changes had come."""

from __future__ import annotations

from cairn.exceptions import BadInput
from cairn.records.chain import head
from cairn.records.change import By, action, concerning, now, write
from cairn.records.models import Release
from cairn.records.permissions import can_record


@action(can_record)
def keep_release(by: By, name: str, manifest_sha256: str) -> Release:
    """Keep that these files were published. A name is used once."""
    if Release.objects.filter(name=name).exists():
        raise BadInput(f"There is a release “{name}” already. Choose another name.")
    concerning(name)
    return write(Release(name=name, manifest_sha256=manifest_sha256, head=head(), made_at=now()))
