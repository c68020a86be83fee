"""Connections to a model that end when their time is up, however slowly the other side drips."""

from __future__ import annotations

import socket
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from cairn.model.setting import is_this_machine


@contextmanager
def cut_after(seconds: float, cut: Callable[[], None]) -> Iterator[None]:
    """Ends a read that goes on byte by byte for ever: a time-out on each byte would never come."""

    def end() -> None:
        with suppress(OSError, ValueError, RuntimeError, AttributeError):  # it has ended by itself
            cut()

    timer = threading.Timer(max(0.0, seconds), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class _Plain(HTTPConnection):
    """Its headers too must have come within the time for reading."""

    def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]
        with cut_after(float(self.timeout or 0), lambda: self.sock.shutdown(socket.SHUT_RDWR)):
            return super().getresponse()


class _Tls(HTTPSConnection):
    """The same over TLS."""

    def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]
        with cut_after(float(self.timeout or 0), lambda: self.sock.shutdown(socket.SHUT_RDWR)):
            return super().getresponse()


class _PlainPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Plain


class _TlsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Tls


def pool_for(address: str, at_once: int) -> urllib3.PoolManager:
    """Connections to an address, through the proxy that the environment names for it.

    A model on this machine is asked straight: its reports were never to leave.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    proxy = None if is_this_machine(host) else urllib.request.getproxies().get(parts.scheme)
    if proxy and not urllib.request.proxy_bypass(host):
        pool: urllib3.PoolManager = urllib3.ProxyManager(proxy, maxsize=at_once)
    else:
        pool = urllib3.PoolManager(maxsize=at_once)
    pool.pool_classes_by_scheme = {"http": _PlainPool, "https": _TlsPool}
    return pool
