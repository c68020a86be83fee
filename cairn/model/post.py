"""One POST, bounded: over by its deadline however slowly the other side drips, and never larger than allowed.

Redirects are not followed, certificates are checked, cookies forgotten and compressed answers not unpacked.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, ReadTimeoutError, SSLError

from cairn.exceptions import ModelFailed
from cairn.model.connection import cut_after, pool_for

LARGEST = 1_000_000  # bytes of an answer
_CONNECT = 15.0  # seconds
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back. `wait` is what the other side asked for before another try, in seconds."""

    status: int
    body: bytes
    wait: float | None = None


class NoAnswer(ModelFailed):
    """Nothing usable came back."""


class NoAnswerYet(NoAnswer):
    """Nothing usable came back, and another try may do better."""


class Poster:
    """Posts to one address, from several threads."""

    def __init__(self, address: str, at_once: int) -> None:
        self.address, self.host = address, urlsplit(address).netloc
        self.pool = pool_for(address, at_once)

    def post(self, body: bytes, headers: Mapping[str, str], deadline: float) -> Answered:
        """The answer to one POST. Raises NoAnswer; `deadline` is by `time.monotonic`."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise self._late()
        try:
            response = self.pool.urlopen(
                "POST",
                self.address,
                body=body,
                headers={**headers, "Accept-Encoding": "identity"},
                timeout=urllib3.Timeout(connect=min(_CONNECT, left), read=left, total=left),
                retries=False,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                return self._answered(response, deadline)
            finally:
                response.close()
        except (HTTPError, OSError, ValueError) as problem:
            raise self._failed(problem, deadline) from None

    def _answered(self, response: urllib3.BaseHTTPResponse, deadline: float) -> Answered:
        if 300 <= response.status < 400:
            raise NoAnswer(
                f"{self.host} sends the question on to another address, and Cairn does not follow: the report"
                " was meant for nobody else. Write the address that answers."
            )
        body = self._body(response, deadline)
        return Answered(response.status, body, _seconds(response.headers.get("Retry-After")))

    def _body(self, response: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
        body = bytearray()
        with cut_after(deadline - time.monotonic(), response.shutdown):
            while chunk := response.read1(_CHUNK):
                body += chunk
                if len(body) > LARGEST:
                    raise NoAnswer(
                        f"{self.host} answers with more than {LARGEST:,} bytes, which were not read on. Try"
                        " another model."
                    )
        if time.monotonic() >= deadline:
            raise self._late()
        return bytes(body)

    def _failed(self, problem: Exception, deadline: float) -> NoAnswer:
        if time.monotonic() >= deadline or isinstance(problem, ReadTimeoutError):
            return self._late()
        if isinstance(problem, SSLError):
            return NoAnswer(f"The certificate of {self.host} was not accepted. Check the address.")
        return NoAnswerYet(
            f"{self.host} could not be asked ({type(problem).__name__}). See that the model runs there."
        )

    def _late(self) -> NoAnswer:
        return NoAnswer(f"{self.host} did not answer in time. Give it more seconds, or try a faster model.")


def _seconds(retry_after: str | None) -> float | None:
    """How long the other side asks us to wait; a date or a word is no number."""
    asked = (retry_after or "").strip()
    return float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else None
