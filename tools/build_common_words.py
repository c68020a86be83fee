"""Make cairn/vocabulary/common_words.tsv: python tools/build_common_words.py STOPWORDS.json

Which words are common in reports of any kind, so that two reports that share them are not thought alike:
the stop words of each language (STOPWORDS.json is the table of the package stopwordsiso, MIT), and the words
our own vocabulary looks for, which every report of harm uses.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from cairn.vocabulary.fold import fold
from cairn.vocabulary.languages import languages

VOCABULARY = Path(__file__).resolve().parent.parent / "cairn" / "vocabulary"
# Of a thousand reports, how many use such a word: round figures; the links hardly depend on them.
STOP_WORD, OUR_WORD = 300, 60
HEAD = """# How many of a thousand reports use a word, in round figures; folded. Made by
# tools/build_common_words.py: stop words of the package stopwordsiso (MIT),
# and the words of our own vocabulary.
"""


def words(said: Any) -> Iterator[str]:
    """Every folded word in a vocabulary file, keys and values."""
    if isinstance(said, dict):
        said = [part for pair in said.items() for part in pair]
    if isinstance(said, list):
        for part in said:
            yield from words(part)
    else:
        yield from (word for word in re.findall(r"\w+", fold(str(said))) if not word.isdigit())


def main(stop_words: Path) -> None:
    listed = json.loads(stop_words.read_text("utf-8"))
    shares: dict[str, int] = {}
    for code, language in languages().items():
        file = VOCABULARY / f"{code}.yml"
        if not file.exists():
            continue
        shares |= dict.fromkeys(words(listed.get(language["short"], [])), STOP_WORD)
        for word in words(yaml.safe_load(file.read_text("utf-8"))):
            shares.setdefault(word, OUR_WORD)
    lines = (f"{word}\t{share}\n" for word, share in sorted(shares.items()))
    (VOCABULARY / "common_words.tsv").write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
