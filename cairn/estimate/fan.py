"""The fan of models, drawn: every answer that may be believed as a dot, and the documented count as a
line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from cairn.estimate.report import headline
from cairn.estimate.result import Estimate, ModelAnswer, rounded_interval

WIDTH, ROW, TOP, LEFT, RIGHT = 720, 34, 64, 130, 24
# A model with less belief than this is not drawn, nor one so far out that it would squeeze the others flat.
LEAST_WEIGHT, FARTHEST = 1e-3, 8.0
SMALLEST_DOT, GREATEST_DOT = 2.0, 9.0


@dataclass(frozen=True)
class FanWords:
    """What stands on the drawing, in the reader's language; English where nothing else is given."""

    title: str
    documented: str
    said: str
    interval: str

    @classmethod
    def of(cls, answer: Estimate) -> FanWords:
        title = headline(answer)
        return cls(
            title,
            f"{answer.n_documented:,} documented",
            title.partition(" people documented. ")[2],
            f"{answer.level:.0%} interval",
        )


def fan_svg(answer: Estimate, words: FanWords | None = None) -> str:
    """The drawing as one SVG element that reads the same as the text beside it."""
    words = words or FanWords.of(answer)
    dots = _drawn(answer)
    engines = list(dict.fromkeys(dot.engine for dot in dots))
    high = max([1.0, answer.n_documented * 1.1, *(dot.n for dot in dots), (answer.interval or (0, 0))[1]])
    scale = _Scale(high)
    height = TOP + ROW * (len(engines) + 1) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="12" fill="currentColor" direction="ltr">',
        f"<title>{escape(words.title)}</title>",
        f'<text x="8" y="20" font-size="16" font-weight="bold">{escape(words.documented)}</text>',
        f'<text x="8" y="40">{escape(words.said)}</text>',
        *_axis(scale, height),
        *_documented(scale, answer.n_documented, height),
        *_interval(scale, answer, words),
    ]
    for row, engine in enumerate(engines):
        y = TOP + ROW * (row + 1) + ROW / 2
        parts.append(f'<text x="8" y="{y + 4:.0f}">{escape(engine)}</text>')
        parts += [_dot(scale, dot, y) for dot in dots if dot.engine == engine]
    return "\n".join([*parts, "</svg>", ""])


class _Scale:
    """From a number of people to a place on the drawing."""

    def __init__(self, high: float) -> None:
        step = 10 ** math.floor(math.log10(max(high, 1)))
        self.step = next((step * part for part in (0.2, 0.5, 1.0) if high / (step * part) <= 6), step * 2)
        self.high = math.ceil(high / self.step) * self.step

    def x(self, number: float) -> float:
        return float(LEFT + (WIDTH - LEFT - RIGHT) * number / self.high)


def _drawn(answer: Estimate) -> Sequence[ModelAnswer]:
    farthest = FARTHEST * (answer.median or 0) or math.inf
    return [
        dot
        for dot in answer.models
        if dot.weight >= LEAST_WEIGHT and math.isfinite(dot.n) and dot.n <= farthest
    ]


def _axis(scale: _Scale, height: int) -> list[str]:
    parts = []
    for mark in range(round(scale.high / scale.step) + 1):
        x = scale.x(mark * scale.step)
        parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{height - 30}" '
            'stroke="currentColor" stroke-opacity="0.15"/>'
        )
        parts.append(
            f'<text x="{x:.1f}" y="{height - 14}" text-anchor="middle">{mark * scale.step:,.0f}</text>'
        )
    return parts


def _documented(scale: _Scale, seen: int, height: int) -> list[str]:
    x = scale.x(seen)
    return [
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{height - 30}" '
        'stroke="currentColor" stroke-width="2"/>'
    ]


def _interval(scale: _Scale, answer: Estimate, words: FanWords) -> list[str]:
    if answer.interval is None:
        return []
    low, high = (scale.x(min(end, scale.high)) for end in rounded_interval(answer.interval))
    y = TOP + ROW / 2
    return [
        f'<text x="8" y="{y + 4:.0f}">{escape(words.interval)}</text>',
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}" stroke="#b2182b" stroke-width="5"/>',
    ]


def _dot(scale: _Scale, dot: ModelAnswer, y: float) -> str:
    size = max(SMALLEST_DOT, GREATEST_DOT * math.sqrt(dot.weight))
    label = escape(f"{dot.model}: {dot.n:,.0f}, weight {dot.weight:.1%}")
    return (
        f'<circle cx="{scale.x(dot.n):.1f}" cy="{y:.1f}" r="{size:.1f}" fill="#2166ac" fill-opacity="0.6">'
        f"<title>{label}</title></circle>"
    )
