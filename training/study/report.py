"""Writes what the rows say: tables into STUDY.md, between markers, and plots."""

from __future__ import annotations

import os
import statistics
from pathlib import Path
from typing import Callable

from network import ROOT
from study.plot import Series, plot_svg, point_of
from study.rows import RowsError, rows_read
from study.transfer import SCRATCH, TUNED, UNTOUCHED

TABLES = ("protocol", "curve", "ablations", "capacity", "losses", "transfer")
SHORT = {
    "rib": "rib", "pleural_line": "pleura", "a_line": "A-line", "b_line": "B-line", "b_line_confluence": "confluence",
    "pleural_effusion": "effusion", "consolidation": "consolid.",
}  # fmt: skip


def settings_of(rows: "list[dict]") -> "list[list[dict]]":
    """Rows that may be compared with one another, the latest setting first: scored on the same frames, of the same
    budget, and from the same start; what starts from nothing stands beside every start."""
    settings = dict.fromkeys((row["scored_on"], row["setting"], row["start"]) for row in rows if row["start"])
    for row in rows:
        if not any(setting[:2] == (row["scored_on"], row["setting"]) for setting in settings):
            settings[(row["scored_on"], row["setting"], "")] = None
    return [
        [row for row in rows if (row["scored_on"], row["setting"]) == setting[:2] and row["start"] in ("", setting[2])]
        for setting in reversed(settings)
    ]


def number(value: "float | None") -> str:
    return "-" if value is None else f"{value:.3f}"


def average(values: "list[float | None]") -> "float | None":
    """Mean of the values that are there; None where there are none."""
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None


def mean_of_all(row: dict) -> "float | None":
    """Mean Dice of every finding that the scored frames hold, effusion and consolidation too."""
    return average(list(row["dice"].values()))


def spread(values: "list[float | None]") -> "float | None":
    """Standard deviation between seeds; None for fewer than two."""
    there = [value for value in values if value is not None]
    return statistics.stdev(there) if len(there) > 1 else None


def table_of(rows: "list[dict]") -> "list[str]":
    """A Markdown table: one line for the runs that differ in their seed alone, each figure their average."""
    heads = [
        "what", "weights", "frames", "seeds", "mean of five", "95 %, exams", "SD, seeds", "all findings", *SHORT.values(),
        "steps", "passes", "minutes", "images/s",
    ]  # fmt: skip
    lines = ["| " + " | ".join(heads) + " |", "|" + "|".join(["---", *["--:"] * (len(heads) - 1)]) + "|"]
    alike: "dict[tuple[str, int, int], list[dict]]" = {}
    for row in rows:
        alike.setdefault((row["name"], row["parameters"], row["frames"]), []).append(row)
    for (name, parameters, frames), runs in alike.items():

        def of(key: str, decimals: int) -> str:
            return f"{average([run[key] for run in runs]):,.{decimals}f}"

        low, high = (number(average([run["interval"][end] for run in runs])) for end in (0, 1))
        cells = [
            name,
            f"{parameters:,}",
            f"{frames:,}",
            str(len(runs)),
            number(average([run["mean"] for run in runs])),
            f"{low}-{high}",
            number(spread([run["mean"] for run in runs])),
            number(average([mean_of_all(run) for run in runs])),
            *(number(average([run["dice"].get(finding) for run in runs])) for finding in SHORT),
            of("steps", 0),
            of("epochs", 1),
            of("minutes", 1),
            of("images_per_second", 0),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def conditions_of(rows: "list[dict]") -> str:
    """Where rows were computed, and on what they were scored."""

    def of(key: str) -> str:
        return " or ".join(dict.fromkeys(str(row[key]) for row in rows))

    loads = [row["load_at_start"] for row in rows if row["load_at_start"] is not None]
    starts = [row["start"] for row in rows if row["start"]]
    return (
        f"Scored on {of('scored_frames')} frames of data set {of('scored_on')}; learnt from {of('data')}"
        + (f"; from {' or '.join(dict.fromkeys(starts))}" if starts else "")
        + f". {of('processor')}, {of('device')}, {of('threads')} of {of('cores')} threads, {of('precision')}, "
        f"PyTorch {of('torch')}"
        + (f"; load of the machine at the start of a run {min(loads):g} to {max(loads):g}." if loads else ".")
    )


def block_of(command: str, rows: "list[dict]") -> str:
    if not rows:
        return f"No rows yet: `npm run study -- {command}`."
    lines: "list[str]" = []
    for group in settings_of(rows):
        if group[0]["setting"]:
            lines += [f"Budget: {group[0]['setting']}.", ""]
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


def series_of(name: str, rows: "list[dict]", value: "Callable[[dict], float | None]") -> "list[Series]":
    """A line over the numbers of frames, or nothing where no row has the value."""
    found: "dict[int, list[float]]" = {}
    for row in rows:
        figure = value(row)
        if figure is not None and row["frames"] > 0:
            found.setdefault(row["frames"], []).append(figure)
    points = tuple(point_of(count, found[count]) for count in sorted(found))
    return [Series(name, points)] if points else []


def curve_plot(rows: "list[dict]") -> "str | None":
    """Of the network that the last row is of."""
    rows = [row for row in rows if row["parameters"] == rows[-1]["parameters"]]
    lines = series_of("mean of five", rows, lambda row: row["mean"])
    for finding in ("rib", "pleural_line", "a_line", "b_line", "b_line_confluence"):
        lines += series_of(SHORT[finding], rows, lambda row: row["dice"][finding])
    return plot_svg("Learning curve", "frames to learn from", "Dice on held-out exams", lines) if lines else None


def transfer_plot(rows: "list[dict]") -> "str | None":
    lines: "list[Series]" = []
    for name in (*TUNED, SCRATCH):
        lines += series_of(name, [row for row in rows if row["name"] == name], mean_of_all)
    untouched = average([mean_of_all(row) for row in rows if row["name"] == UNTOUCHED])
    level = None if untouched is None else (UNTOUCHED, untouched)
    if not lines:
        return None
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
        plot = PLOTS[command](settings_of(rows)[0]) if rows and command in PLOTS else None
        if plot is not None:
            path = out / "plots" / f"{command}.svg"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(plot, encoding="utf8")
            written.append(path)
    partial = document.with_suffix(".partial")
    partial.write_text(text, encoding="utf8")
    os.replace(partial, document)
    return [document, *written]
