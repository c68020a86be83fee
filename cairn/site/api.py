"""Totals for programs: `/api/total?by=month&country=SY` answers as `cairn total --format json` does."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, JsonResponse

from cairn.exceptions import BadInput
from cairn.records.totals import answered
from cairn.site.views import shelf
from cairn.total import Area, as_json
from cairn.total.area import area_of
from cairn.total.options import only, question_from

AREA = "within"


def total(request: HttpRequest) -> JsonResponse:
    """What the incidents add up to, or 400 with a sentence on what of the question is not understood."""
    if shelf.ledger is None:
        raise Http404
    said = {name: request.GET.getlist(name) for name in request.GET if name != AREA}
    today = dt.datetime.now(dt.UTC).date()
    try:
        question = question_from(said, today, _area(request), spelt="?{}=".format)
    except BadInput as refused:
        return _answer({"error": str(refused)}, 400)
    return _answer(as_json(answered(question, shelf.ledger.conflict)), 200)


def _area(request: HttpRequest) -> Area | None:
    """`within` holds GeoJSON itself: nothing of the server's own disc is read."""
    text = only(request.GET.getlist(AREA), f"?{AREA}=")
    return area_of(text, "area", "The GeoJSON of ?within=") if text else None


def _answer(said: object, status: int) -> JsonResponse:
    return JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})
