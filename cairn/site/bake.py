"""The whole site as flat files: pages, style, open data, and a manifest over all of them.

The files are made in a folder beside the target and put in its place at the end: nobody ever sees half a
site, and a failure leaves the former one as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cairn.exceptions import BadInput, in_words
from cairn.publish import is_published, write_manifest
from cairn.publish.beside import beside, put_in_place
from cairn.records.release.issued import Issued
from cairn.site.addresses import LANGUAGES, page, release_file
from cairn.site.contents import Contents
from cairn.site.data import FILES
from cairn.site.render import front, names, render
from cairn.site.static_files import STATIC, static_text

Told = Callable[[int, int], None]


def bake(contents: Contents, target: Path, told: Told = lambda done, of: None) -> int:
    """Write the site into a folder and say how many files it holds.

    Refuses a folder that holds something else than a published site: nothing of another's is overwritten.
    """
    target = target.resolve()
    if target.exists() and not target.is_dir():
        raise BadInput(f"{target} is a file. Name a folder to publish into.")
    if target.is_dir() and any(target.iterdir()) and not is_published(target):
        raise BadInput(f"{target} holds other files. Name an empty folder or a new one.")
    try:
        return _bake_beside(contents, target, told)
    except OSError as problem:
        raise BadInput(
            f"The site cannot be written to {target}: {in_words(problem)}. Make room or choose another."
        ) from problem


def _bake_beside(contents: Contents, target: Path, told: Told) -> int:
    with beside(target) as scratch:
        fresh = scratch / "site"
        count = _write_all(contents, fresh, told)
        fresh.chmod(0o755)
        put_in_place(fresh, target, scratch)
    return count


def _write_all(contents: Contents, folder: Path, told: Told) -> int:
    every = list(names(contents))
    copied = [(one, name) for one in contents.releases for name in one.files()]
    of = len(every) * len(LANGUAGES) + len(FILES) + len(STATIC) + len(copied) + 1
    done = 0
    for path, text in _everything(contents, every):
        _write(folder / path, text)
        done += 1
        told(done, of)
    for one, name in copied:
        _copy(one, name, folder / release_file(one.name, name))
        done += 1
        told(done, of)
    write_manifest(folder, contents.edition)
    return done + 1


def _everything(contents: Contents, every: Iterable[str]) -> Iterator[tuple[str, Iterable[str]]]:
    yield "index.html", [front(contents.edition)]
    for name in STATIC:
        yield f"static/{name}", [static_text(name)]
    for name in every:
        for language in LANGUAGES:
            said = render(contents, language, name)
            if said is None:
                raise BadInput(f"The page {name} cannot be made: nothing in the ledger has that name.")
            yield page(language, name), [said]
    for path, (_, stream) in FILES.items():
        yield path, stream(contents)


def _copy(one: Issued, name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if one.folder is not None:
        shutil.copyfile(one.folder / name, target)


def _write(path: Path, text: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(text)
