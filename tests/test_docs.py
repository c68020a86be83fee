"""What the documentation tells people to type works, and says what comes out.

In README.md and docs/, a block marked `console` is a session: lines after `$ ` are typed, the rest must
come out (`…` stands for any words or lines). The sessions of one page share a folder.
A block marked `python` is run. A block marked `sh` is shown and not run: each has its reason in SHOWN_ONLY.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)

# Commands that are run by other tests, or need what a test cannot have.
SHOWN_ONLY = {
    "./run demo": "tests/cli/test_demo.py runs it",
    "./run test": "this is it",
    "./run serve": "tests/site runs the server",
    "./run lint": "part of ./run test",
    "pip install": "downloads",
    "cairn match-people": "./run test-spark runs --engine spark; a test here has no Spark and no cluster",
    "spark-submit": "a cluster",
    "export": "where a cluster is",
    "printf 'from cairn.cli": "the script for spark-submit",
}


def blocks(page: Path, kind: str) -> list[str]:
    return [body for marked, body in BLOCK.findall(page.read_text("utf-8")) if marked == kind]


def sessions(body: str) -> list[tuple[str, list[str]]]:
    """Each typed line with the lines that should follow it."""
    typed: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            typed.append((line[2:], []))
        elif typed:
            typed[-1][1].append(line)
    return typed


def pattern(expected: list[str]) -> re.Pattern[str]:
    words = re.escape("\n".join(line.rstrip() for line in expected).strip())
    return re.compile(words.replace("…", ".*?"), re.S)


@pytest.mark.parametrize(
    "page", [p for p in PAGES if blocks(p, "console")], ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_what_a_page_tells_people_to_type_works(page, tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {
        **os.environ,
        "PATH": path,
        "CAIRN_CACHE": str(tmp_path / "cache"),
        "COLUMNS": "110",
        "NO_COLOR": "1",
    }
    for body in blocks(page, "console"):
        for typed, expected in sessions(body):
            done = subprocess.run(
                ["bash", "-c", typed], cwd=tmp_path, env=env, capture_output=True, text=True
            )
            said = "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines())
            assert done.returncode == 0, f"{typed}\n{said}"
            assert pattern(expected).search(said), (
                f"{typed}\nshould say\n{chr(10).join(expected)}\nbut said\n{said}"
            )


@pytest.mark.parametrize(
    "page", [p for p in PAGES if blocks(p, "python")], ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_the_python_a_page_shows_runs(page):
    for body in blocks(page, "python"):
        exec(compile(body, page.name, "exec"), {})


def test_a_block_that_is_only_shown_has_a_reason():
    shown = [
        line for page in PAGES for body in blocks(page, "sh") for line in body.splitlines() if line.strip()
    ]
    assert [line for line in shown if not any(line.startswith(known) for known in SHOWN_ONLY)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_reference_lists_every_command_as_it_helps():
    """`python docs/reference/make.py` rewrites the page."""
    made = subprocess.run(
        [sys.executable, ROOT / "docs/reference/make.py", "--print"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ROOT / "docs/reference/commands.md").read_text("utf-8") == made.stdout
