"""Writes what the rows say: tables into STUDY.md, between markers, and plots."""

from __future__ import annotations

import os
from pathlib import Path

from network import ROOT
from study.plot import Series, plot_svg, point_of
from study.rows import RowsError, rows_read
from study.transfer import SCRATCH, TUNED, UNTOUCHED

TABLES = ("protocol", "curve", "ablations", "losses", "transfer")
SHORT = {
    "rib": "rib", "pleural_line": "pleura", "a_line": "A-line", "b_line": "B-line", "b_line_confluence": "confluence",
    "pleural_effusion": "effusion", "consolidation": "consolid.",
}  # fmt: skip


def setting_of(row: dict) -> "tuple[str, ...]":
    """What rows must share to stand in one table."""
    return row["scored_on"], row.get("start", "") if row["command"] == "losses" else ""


def settings_of(rows: "list[dict]") -> "list[list[dict]]":
    """Rows that may be compared with one another, the latest setting first."""
    groups: "dict[tuple[str, ...], list[dict]]" = {}
    for row in rows:
        groups.setdefault(setting_of(row), []).append(row)
    return list(groups.values())[::-1]


def number(value: "float | None") -> str:
    return "-" if value is None else f"{value:.3f}"


def table_of(rows: "list[dict]") -> "list[str]":
    """A Markdown table, one line a row, best conditions for reading on top: as they were run."""
    heads = ["what", "frames", "seed", "mean of five [95 %]", *SHORT.values(), "steps", "passes", "minutes", "images/s"]
    lines = ["| " + " | ".join(heads) + " |", "|" + "|".join(["---", *["--:"] * (len(heads) - 1)]) + "|"]
    for row in rows:
        low, high = row["interval"]
        cells = [
            row["name"],
            f"{row['frames']:,}",
            str(row["seed"]),
            f"{number(row['mean'])} [{low:.3f}, {high:.3f}]",
            *(number(row["dice"].get(name)) for name in SHORT),
            f"{row['steps']:,}",
            f"{row['epochs']:.1f}",
            f"{row['minutes']:.1f}",
            f"{row['images_per_second']:.0f}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def conditions_of(rows: "list[dict]") -> str:
    """Where rows were computed, and on what they were scored."""

    def of(key: str) -> str:
        return " or ".join(dict.fromkeys(str(row[key]) for row in rows))

    loads = [row["load_at_start"] for row in rows]
    starts = [row["start"] for row in rows if row.get("start", "none") != "none"]
    return (
        f"Scored on {of('scored_frames')} frames of data set {of('scored_on')}; learnt from {of('data')}"
        + (f"; from {' or '.join(dict.fromkeys(starts))}" if starts else "")
        + f". {of('processor')}, {of('device')}, {of('threads')} of {of('cores')} threads, {of('precision')}, "
        f"PyTorch {of('torch')}; load of the machine at the start of a run {min(loads):g} to {max(loads):g}."
    )


def block_of(command: str, rows: "list[dict]") -> str:
    if not rows:
        return f"No rows yet: `npm run study -- {command}`."
    lines: "list[str]" = []
    for group in settings_of(rows):
        lines += [*table_of(group), "", conditions_of(group), ""]
    plots = {"curve": "Dice over the number of frames", "transfer": "Dice after transfer over the number of frames"}
    if command in plots:
        lines += [f"![{plots[command]}](plots/{command}.svg)"]
    return "\n".join(lines).rstrip()


def block_put(text: str, command: str, block: str) -> str:
    """The document with what lies between the command's markers replaced."""
    start, end = f"<!-- {command}: written by `npm run study -- report` -->", f"<!-- end of {command} -->"
    if text.count(start) != 1 or text.count(end) != 1 or text.index(start) > text.index(end):
        raise RowsError(f"STUDY.md lacks the markers of {command}: {start} and {end} must stand there once each.")
    before, rest = text.split(start)
    return f"{before}{start}\n{block}\n{end}{rest.split(end)[1]}"


def mean_of_all(row: dict) -> float:
    """Mean Dice of every class that the scored frames hold."""
    values = [value for value in row["dice"].values() if value is not None]
    return sum(values) / len(values)


def curve_plot(rows: "list[dict]") -> str:
    def series(name: str, value) -> Series:
        counts = sorted({row["frames"] for row in rows})
        return Series(name, tuple(point_of(n, [value(row) for row in rows if row["frames"] == n]) for n in counts))

    lines = [series("mean of five", lambda row: row["mean"])]
    for name in ("rib", "pleural_line", "a_line", "b_line", "b_line_confluence"):
        lines.append(series(SHORT[name], lambda row, name=name: row["dice"][name] or 0.0))
    return plot_svg("Learning curve", "frames to learn from", "Dice on held-out exams", lines)


def transfer_plot(rows: "list[dict]") -> str:
    lines = []
    for name in (*TUNED, SCRATCH):
        mine = [row for row in rows if row["name"] == name]
        counts = sorted({row["frames"] for row in mine})
        if counts:
            points = [point_of(n, [mean_of_all(row) for row in mine if row["frames"] == n]) for n in counts]
            lines.append(Series(name, tuple(points)))
    untouched = [mean_of_all(row) for row in rows if row["name"] == UNTOUCHED]
    level = (UNTOUCHED, untouched[0]) if untouched else None
    return plot_svg("Transfer to a second device", "labelled frames of it", "mean Dice of all findings", lines, level)


PLOTS = {"curve": curve_plot, "transfer": transfer_plot}


def report_write(out: Path) -> "list[Path]":
    """Writes STUDY.md and plots/*.svg into `out` from its results/; gives what was written."""
    document = out / "STUDY.md"
    source = document if document.is_file() else ROOT / "training" / "STUDY.md"
    text = source.read_text(encoding="utf8")
    written = []
    for command in TABLES:
        rows = rows_read(out / "results" / f"{command}.json")
        text = block_put(text, command, block_of(command, rows))
        if rows and command in PLOTS:
            path = out / "plots" / f"{command}.svg"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PLOTS[command](settings_of(rows)[0]), encoding="utf8")
            written.append(path)
    partial = document.with_suffix(".partial")
    partial.write_text(text, encoding="utf8")
    os.replace(partial, document)
    return [document, *written]
