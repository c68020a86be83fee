"""A report as JSON: what cannot be read is refused in a sentence, whatever was sent."""

from __future__ import annotations

import pytest

from cairn.archive.json_report import json_reports
from cairn.exceptions import BadInput


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b'{"id": "1", "text": "Two peo', "ends in the middle"),
        (b'{"id": 1' + b"0" * 5000 + b', "text": "Two people died."}', "not JSON that can be read"),
        (b"[" * 100_000, "nested too deeply"),
        (b"nobody knows", "is not JSON"),
    ],
)
def test_json_that_cannot_be_read_is_refused_in_a_sentence(body, sentence):
    with pytest.raises(BadInput, match=sentence):
        list(json_reports(body, None))
