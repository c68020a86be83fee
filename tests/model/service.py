"""A real service on loopback that answers as a test wants: well, wrongly, slowly, or with an attack."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler"], None]


class Service(ThreadingHTTPServer):
    """`answers` are given in turn, the last of them for ever; `asked` are the requests as they came."""

    daemon_threads = True

    def __init__(self, *answers: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = list(answers)
        self.asked: list[Asked] = []
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def next_answer(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news: that is what these tests make it do."""


class Asked:
    def __init__(self, path: str, headers: Mapping[str, str], body: bytes) -> None:
        self.path, self.headers, self.body = path, headers, json.loads(body)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(Asked(self.path, dict(self.headers), body))
        self.close_connection = True
        self.server.next_answer()(self)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on the screen of whoever runs the tests."""

    def say(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, piece: bytes) -> None:
        """The same few bytes again and again, until somebody hangs up."""
        while not self.server.over.wait(0.02):
            self.wfile.write(piece)
            self.wfile.flush()


@contextmanager
def serving(*answers: Answer, certificate: ssl.SSLContext | None = None) -> Iterator[Service]:
    service = Service(*answers)
    if certificate:
        service.socket = certificate.wrap_socket(service.socket, server_side=True)
    thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        service.shutdown()
        thread.join()
        service.server_close()


def completion(words: str, finish: str = "stop") -> bytes:
    return json.dumps(
        {"choices": [{"message": {"role": "assistant", "content": words}, "finish_reason": finish}]}
    ).encode()


def saying(words: str) -> Answer:
    """A well-behaved answer with these words."""
    return lambda handler: handler.say(200, completion(words))


def claiming(*claims: Mapping[str, Any]) -> Answer:
    """A well-behaved answer with these claims."""
    return saying(json.dumps({"claims": list(claims)}, ensure_ascii=False))


def status(code: int, **headers: str) -> Answer:
    return lambda handler: handler.say(code, b"{}", {k.replace("_", "-"): v for k, v in headers.items()})
