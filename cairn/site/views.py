"""The site from the ledger itself: the same paths and the same pages as the flat files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import redirect

from cairn.publish import print_of, written
from cairn.records.ledger import Ledger
from cairn.site.contents import Contents
from cairn.site.data import FILES
from cairn.site.open import contents_of, edition_of
from cairn.site.render import front, render
from cairn.site.static_files import STATIC, static_text

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
MEDIA = {  # of the files of a release, by how their names end
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".geojson": "application/geo+json",
}
READING = ("GET", "HEAD", "OPTIONS")
Answer = Callable[[HttpRequest], HttpResponseBase]


def quiet_headers(answer: Answer) -> Answer:
    """Nothing runs, nothing is fetched from elsewhere, and nobody is told where a reader came from."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        response["Content-Security-Policy"] = POLICY
        response["X-Content-Type-Options"] = "nosniff"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return answered


def only_read(answer: Answer) -> Answer:
    """The site is read: what would write or delete is refused, and what may be asked is said."""
    allowed = {"Allow": ", ".join(READING)}

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=allowed)
        if request.method in READING:
            return answer(request)
        why = f"{request.method} changes nothing here: this site is only read. Ask with GET."
        return JsonResponse({"error": why}, status=405, headers=allowed)

    return answered


class Shelf:
    """The one ledger that is served, and the edition last read from it."""

    ledger: Ledger | None = None
    _contents: Contents | None = None
    _lock = Lock()

    def contents(self) -> Contents:
        """The contents as of the ledger's newest change: read anew only when there is a newer one."""
        if self.ledger is None:
            raise Http404
        with self._lock:
            if self._contents is None or self._contents.edition != edition_of(self.ledger):
                self._contents = contents_of(self.ledger)
            return self._contents


shelf = Shelf()


def at_front(_: HttpRequest) -> HttpResponse:
    return HttpResponse(front(shelf.contents().edition))


def at_language(_: HttpRequest, language: str) -> HttpResponse:
    return redirect(f"/{language}/index.html")


def page(_: HttpRequest, language: str, name: str) -> HttpResponse:
    found = render(shelf.contents(), language, name)
    if found is None:
        raise Http404
    return HttpResponse(found)


def data(_: HttpRequest, path: str) -> StreamingHttpResponse:
    media_type, stream = FILES.get(f"data/{path}", (None, None))
    if stream is None:
        raise Http404
    return StreamingHttpResponse(stream(shelf.contents()), content_type=media_type)


def manifest(_: HttpRequest) -> HttpResponse:
    """The hashes of the open data. Those of the pages stand in the manifest of a published site."""
    contents = shelf.contents()
    prints = {path: print_of(stream(contents)) for path, (_, stream) in FILES.items()}
    return HttpResponse(written(contents.edition, prints), content_type="application/json")


def release(_: HttpRequest, release: str, name: str) -> FileResponse:
    """A file of a release: one that its manifest names, in a folder that is as it was written."""
    found = next((one for one in shelf.contents().releases if one.name == release), None)
    if found is None or found.folder is None or name not in found.files():
        raise Http404
    kind = MEDIA.get(Path(name).suffix, "application/octet-stream")
    try:
        return FileResponse((found.folder / name).open("rb"), content_type=kind)
    except OSError:
        raise Http404 from None


def static(_: HttpRequest, name: str) -> HttpResponse:
    if name not in STATIC:
        raise Http404
    return HttpResponse(static_text(name), content_type=STATIC[name])
