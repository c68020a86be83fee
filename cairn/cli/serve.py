"""`cairn serve`: the site from the ledger itself, as it stands at each request."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.ledger import LedgerArgument
from cairn.exceptions import LedgerError, in_words

THREADS = 4  # each holds a connection to the database


def register(app: typer.Typer) -> None:
    app.command(name="serve")(command)


def command(
    ledger: LedgerArgument = Path(),
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8000,
    host: Annotated[
        str, typer.Option(help="The address; others than this machine reach 0.0.0.0.")
    ] = "127.0.0.1",
) -> None:
    """Show the site from the ledger until Ctrl-C."""
    from cairn.records.ledger import open_to_read

    opened = open_to_read(ledger)
    from django.core.wsgi import get_wsgi_application
    from waitress import create_server

    from cairn.site.views import shelf

    shelf.ledger = opened
    try:
        server = create_server(get_wsgi_application(), host=host, port=port, threads=THREADS)
    except OSError as problem:
        raise LedgerError(
            f"Port {port} of {host} cannot be used: {in_words(problem)}. Choose another with --port."
        ) from None
    print(f"The site is at http://{host}:{server.effective_port}/ · Ctrl-C ends it.", flush=True)
    try:
        server.run()
    finally:
        server.close()
