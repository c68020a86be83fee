"""Small PDFs written by hand."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def pdf_of(*pages: Sequence[str]) -> bytes:
    """A PDF with these lines on its pages, one under the other."""
    return pdf_drawn(*(_drawn(page) for page in pages))


def _drawn(lines: Sequence[str]) -> bytes:
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F 10 Tf 12 TL 50 700 Td {shown} ET".encode("latin-1")


def pdf_drawn(*contents: bytes) -> bytes:
    """A PDF whose pages are drawn by these programs."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, content in enumerate(contents):
        packed = zlib.compress(content)
        page = f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * n} 0 R>>"
        stream = f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"
        objects += [page.encode(), stream]
    body, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + written + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>"
    return body + f"{end}\nstartxref\n{len(body)}\n%%EOF".encode()
