"""What a fuzzer starts from: invented sentences in every language, small captures, the vocabulary's words."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from cairn.vocabulary.language import languages, sections
from tests.extract.test_admissions import CONCEDED, HEAD, HEADS, VERDICTS
from tests.extract.test_casualties import ARABIC, ENGLISH
from tests.extract.test_dates import SAID as DATES
from tests.extract.test_figures import SAID as FIGURES
from tests.extract.test_languages import PAIRS, texts
from tests.extract.test_linear import DENSE
from tests.extract.test_rolls import ROLLS
from tests.extract.test_scope import SCOPES
from tests.extract.test_who import DID, SAYS
from tests.fuzz.targets import LANGUAGES

# What breaks readers: every kind of mark, both directions, halves of characters, numbers past all reason.
MARKS = (
    *"()[]{}<>«»“”‘’\"'`،؛؟…–—-_/\\|*#@&%$€°~^=+.,;:!?\t\n\r\v\f",
    *"٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹0123456789½²Ⅻ①",
    *"\u0301\u0640\u064b\u0670\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069",
    *"\ufeff\u00a0\u00ad\u2028\u2029\x00\x1b\x85\ud83d\udc00\U0001f600ßİıſﬁﷺ",
    *(
        "ـ",
        "ki11ed",
        "١٬٢٠٠",
        "1,200",
        "1 200",
        "10-15",
        "100000000000000000000000",
        "1/2",
        "99.999",
        "12.05.2017",
    ),
    *("#ريف_حلب", "(36)", "5 km north of ", "37SFU777326", "2,0 ", "’s ", "U.S. ", "https://t.example/1 "),
)
# What stands around words in captures.
AROUND = (
    *(
        "<p>",
        "</p>",
        "<script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<br/>",
        "<table>",
        "<svg>",
        "<a href='",
        "&amp;",
        "&#x",
    ),
    *(
        "<meta charset=",
        "utf-8",
        "utf-16",
        "windows-1256",
        "koi8-r",
        "utf-7",
        "hz",
        "base64",
        "punycode",
        "iso-2022-jp",
    ),
    *(
        "HTTP/1.1 200 OK\r\n",
        "Content-Type: text/html",
        "Content-Encoding: gzip",
        "Transfer-Encoding: chunked",
    ),
    *(
        "; charset=",
        "br",
        "deflate",
        "\r\n\r\n",
        "WARC/1.1\r\n",
        "WARC-Type: response",
        "WARC-Block-Digest: sha1:",
    ),
    *(
        "Content-Length: ",
        "Cairn-Custody: {}",
        '{"id": ',
        '"text": ',
        '"countries": []',
        "\\ud83d",
        "\\u0000",
        "null",
    ),
    *(
        "1e999",
        "-0",
        '""',
        '"\n"',
        "id,text",
        ";",
        "[[[[",
        "{{{{",
        "article:published_time",
        "application/json",
    ),
)
WORDS_AT_MOST = 30  # characters of a phrase worth trying


def seeds(target: str) -> list[bytes]:
    """Inputs of the target's own shape."""
    return [*_SEEDS[target]()]


def dictionary(target: str) -> list[str]:
    """Every phrase of every language's file, or what captures are made of; and what breaks readers."""
    if target not in ("report", "admission"):
        return [*AROUND, *MARKS]
    found = {phrase for code in languages() for phrase in _phrases(sections(code))}
    return sorted(each for each in found if 1 < len(each) <= WORDS_AT_MOST) + list(MARKS)


def _phrases(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for key, part in said.items():
            yield from _phrases(key)
            yield from _phrases(part)
    elif isinstance(said, list):
        for part in said:
            yield from _phrases(part)


def sentences() -> Iterator[tuple[str, str]]:
    """Language and sentence."""
    for table in (ENGLISH, DATES, FIGURES, ROLLS, SCOPES, DID, SAYS):
        yield from (("eng", str(row[0])) for row in table)
    yield from (("eng", words * 3) for words in DENSE.values())
    yield from (("ara", str(row[0])) for row in ARABIC)
    for path in PAIRS:
        yield from ((path.stem, text) for text in texts(path))


def _reports() -> Iterator[bytes]:
    for number, (language, words) in enumerate(sentences()):
        how = bytes([LANGUAGES.index(language) if number % 3 else 0, number % 30])
        title = "Three killed in Testabad\0" if number % 5 == 0 else ""
        yield how + f"{title}{words}".encode("utf-8", "surrogateescape")


def _news() -> Iterator[bytes]:
    """Long ones: each a dozen sentences of one language, in paragraphs."""
    said = list(sentences())
    for code in languages():
        own = [words for language, words in said if language == code]
        for at in range(0, len(own), 12):
            yield bytes([LANGUAGES.index(code), at % 30]) + "\n\n".join(own[at : at + 12]).encode()


def _admissions() -> Iterator[bytes]:
    for number, row in enumerate((*VERDICTS, *CONCEDED)):
        yield bytes([number]) + f"{HEAD}{row[0]}".encode()
    for number, row in enumerate(HEADS):
        yield bytes([number]) + str(row[0]).encode()


def _some() -> list[str]:
    return [words for _, words in sentences()][::40]


def _pages() -> Iterator[bytes]:
    for words in _some():
        page = f"""<!doctype html><html lang="ar"><head><meta charset="{{}}">
<title>Testabad &amp; Hadra</title>
<meta property="article:published_time" content="2017-05-13"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Three killed</h1><p>{words}</p><p>{words}<br>&#1602;&lt;b&gt;</p></article>
<!-- saved from url=(0020)https://t.example/a --><script>var a = "<p>no</p>";</script></body></html>"""
        yield page.format("utf-8").encode("utf-8", "replace")
        yield page.format("windows-1256").encode("windows-1256", "replace")


def _plain() -> Iterator[bytes]:
    for words in _some():
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "windows-1256", "koi8-r"):
            yield words.encode(encoding, "replace")


def _objects() -> Iterator[bytes]:
    for number, words in enumerate(_some()):
        said = {
            "id": number,
            "text": words,
            "title": "Three killed",
            "published": "13/5/2017",
            "language": "en",
        }
        said |= {"countries": ["SY"], "url": "https://t.example/1", "note": None}
        yield json.dumps(said if number % 2 else [said, 1, {}], ensure_ascii=bool(number % 3)).encode()


def _tables() -> Iterator[bytes]:
    for number, words in enumerate(_some()):
        comma = ",;\t"[number % 3]
        quoted = '"' + words.replace('"', '""') + '"'
        rows = [["id", "text", "published", "countries"], ["1", quoted, "2017-05-13", ""]]
        yield "\n".join(comma.join(row) for row in rows).encode()


def _messages() -> Iterator[bytes]:
    for page in _pages():
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        chunk = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk


def _warcs() -> Iterator[bytes]:
    for message in _messages():
        head = (
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://t.example/1\r\n"
            "WARC-Date: 2017-05-13T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(message)}\r\n\r\n"
        )
        yield head.encode() + message + b"\r\n\r\n"


_SEEDS = {
    "report": lambda: (*_reports(), *_news()),
    "admission": _admissions,
    "page": _pages,
    "plain": _plain,
    "json": _objects,
    "table": _tables,
    "message": _messages,
    "warc": _warcs,
}


def write(target: str, folder: Path) -> Path:
    """The target's corpus in `folder/corpus`, and the dictionary beside it in libFuzzer's own spelling."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number:04}").write_bytes(seed)
    spelt = (
        "".join(f"\\x{byte:02x}" for byte in words.encode("utf-8", "surrogatepass"))
        for words in dictionary(target)
    )
    (folder / "dictionary").write_text("".join(f'"{words}"\n' for words in spelt), "ascii")
    return corpus


if __name__ == "__main__":
    write(sys.argv[1], Path(sys.argv[2]))
