"""A small writer of line plots as SVG: a logarithmic axis of frames, Dice, one line per series with its spread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 180, 40, 50
# Okabe and Ito's colours, told apart by colour-blind eyes as well.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
DASHES = ("", "6 3", "2 3", "8 3 2 3", "", "6 3", "2 3")


@dataclass(frozen=True)
class Point:
    """At x, the mean and the least and greatest of what was measured."""

    x: float
    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Series:
    name: str
    points: "tuple[Point, ...]"


def point_of(x: float, values: "list[float]") -> Point:
    return Point(x, sum(values) / len(values), min(values), max(values))


def ticks_of(low: float, high: float, most: int = 7) -> "list[float]":
    """Round numbers from at most `low` to at least `high`: steps of 1, 2 or 5 times a power of ten."""
    span = max(high - low, 1e-6)
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * factor for factor in (1, 2, 5, 10) if span / (power * factor) <= most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(place * step, 10) for place in range(first, last + 1)]


def plot_svg(title: str, x_label: str, y_label: str, series: "list[Series]", level: "tuple[str, float] | None" = None) -> str:
    """An SVG document. `level` is drawn as a level line with a name; x must be above 0."""
    points = [point for line in series for point in line.points]
    values = [value for point in points for value in (point.low, point.high)] + ([level[1]] if level else [])
    marks = sorted({point.x for point in points})
    ticks = ticks_of(min(values), max(values))
    bottom, top = ticks[0], ticks[-1]
    first, last = math.log(marks[0]), math.log(marks[-1])

    def at_x(x: float) -> float:
        share = (math.log(x) - first) / (last - first) if last > first else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def at_y(y: float) -> float:
        return round(HEIGHT - BOTTOM - (y - bottom) / (top - bottom) * (HEIGHT - TOP - BOTTOM), 1)

    def text(x: float, y: float, words: str, anchor: str = "middle", extra: str = "") -> str:
        return f'<text x="{x}" y="{y}" text-anchor="{anchor}"{extra}>{escape(words)}</text>'

    end = WIDTH - RIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        text((LEFT + end) / 2, 24, title, extra=' font-size="14"'),
        text((LEFT + end) / 2, HEIGHT - 12, x_label),
        text(16, HEIGHT / 2, y_label, extra=f' transform="rotate(-90 16 {HEIGHT / 2})"'),
    ]
    for tick in ticks:
        parts.append(f'<path d="M{LEFT} {at_y(tick)}H{end}" stroke="#dddddd"/>')
        parts.append(text(LEFT - 6, at_y(tick) + 4, f"{tick:g}", "end"))
    for mark in marks:
        parts.append(f'<path d="M{at_x(mark)} {TOP}V{HEIGHT - BOTTOM}" stroke="#eeeeee"/>')
        parts.append(text(at_x(mark), HEIGHT - BOTTOM + 16, f"{mark:,.0f}"))
    if level:
        parts.append(f'<path d="M{LEFT} {at_y(level[1])}H{end}" stroke="#777777" stroke-dasharray="3 3"/>')
        parts.append(text(end + 8, at_y(level[1]) + 4, level[0], "start", ' fill="#555555"'))
    for place, line in enumerate(series):
        colour, dash = COLOURS[place % len(COLOURS)], DASHES[place % len(DASHES)]
        way = "L".join(f"{at_x(point.x)} {at_y(point.mean)}" for point in line.points)
        parts.append(f'<path d="M{way}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        for point in line.points:
            x = at_x(point.x)
            if point.high > point.low:
                parts.append(f'<path d="M{x} {at_y(point.low)}V{at_y(point.high)}" stroke="{colour}"/>')
            parts.append(f'<circle cx="{x}" cy="{at_y(point.mean)}" r="3" fill="{colour}"/>')
        y = TOP + 14 + 20 * place
        parts.append(
            f'<path d="M{end + 8} {y}h24" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
            + text(end + 38, y + 4, line.name, "start")
        )
    return "\n".join([*parts, "</svg>", ""])
