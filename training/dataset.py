"""Reads what `npm run dataset` wrote, without copying it into memory.

A data set is a folder with index.json and shards of raw bytes: frames-NNN.u8 and masks-NNN.u8, each
count x height x width unsigned bytes, grey levels 0-255 and class indices 0-7, on the polar raster that the
network looks at: a row per depth and a column per scan line.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

# Every twentieth exam is held out to choose and to stop by; it is never trained on. It is part of the
# training seeds: the frozen test set of `npm run evaluate` is drawn from other seeds and other anatomy.
VALIDATION_EVERY = 20

FORMAT = ["batsign-dataset", 2, "polar"]
INDEX_KEYS = ("split", "seed", "height", "width", "classes", "shards", "exams")


class DatasetError(Exception):
    """A data set that cannot be used; the sentence says what to do."""


@dataclass(frozen=True)
class Part:
    """Frames picked out of a data set, by their place in it."""

    dataset: "Dataset"
    rows: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)

    def batch(self, picks: np.ndarray) -> "tuple[np.ndarray, np.ndarray]":
        """Frames and masks (n x height x width uint8) of `picks` (0 .. len-1)."""
        return self.dataset.batch(self.rows[picks])

    def cells(self, picks: np.ndarray) -> np.ndarray:
        """Widths of a cell of `picks` in mm, at the probe's face and at the bottom (n x 2 float32)."""
        return self.dataset.cells[self.rows[picks]]


class Dataset:
    """All frames of one folder, or of several that were rendered at the same size."""

    def __init__(self, *folders: "str | Path") -> None:
        if not folders:
            raise DatasetError("Name at least one folder written by `npm run dataset`.")
        self.frames: "list[np.ndarray]" = []
        self.masks: "list[np.ndarray]" = []
        exam_of_frame: "list[int]" = []
        cells: "list[tuple[float, float]]" = []
        self.classes: "list[str]" = []
        self.seeds: "list[int]" = []
        self.size = (0, 0)
        exams = 0
        for folder in map(Path, folders):
            index = index_read(folder)
            if index["split"] != "train":
                raise DatasetError(f"{folder} holds the {index['split']} split; only the train split may be trained on.")
            size = (index["height"], index["width"])
            if self.size not in ((0, 0), size) or (self.classes and self.classes != index["classes"]):
                raise DatasetError(f"{folder} has another frame size or other classes than the folder before it.")
            self.size = size
            self.classes = index["classes"]
            self.seeds.append(index["seed"])
            for shard in index["shards"]:
                for kind, arrays in (("frames", self.frames), ("masks", self.masks)):
                    path = folder / shard[kind]
                    expected = shard["count"] * size[0] * size[1]
                    found = path.stat().st_size if path.is_file() else 0
                    if found != expected:
                        raise DatasetError(
                            f"{path} has {found} bytes instead of {expected}; run `npm run dataset` again to complete it."
                        )
                    arrays.append(np.memmap(path, np.uint8, "r", shape=(shard["count"], *size)))
            for exam in index["exams"]:
                exam_of_frame.extend([exams] * exam["count"])
                cells.extend([cell_widths(exam["sector"], size[1])] * exam["count"])
                exams += 1
        self.starts = np.cumsum([0] + [len(shard) for shard in self.frames])
        self.exam_of_frame = np.asarray(exam_of_frame)
        self.cells = np.asarray(cells, np.float32).reshape(-1, 2)
        self.exams = exams
        if len(self.exam_of_frame) != len(self):
            raise DatasetError(
                f"{', '.join(map(str, folders))}: the exams of the index have {len(self.exam_of_frame)} frames and its "
                f"shards {len(self)}; render the data set again."
            )

    def __len__(self) -> int:
        return int(self.starts[-1])

    def split(self) -> "tuple[Part, Part]":
        """Frames to train on and frames held out, by whole exams."""
        held_out = self.exam_of_frame % VALIDATION_EVERY == VALIDATION_EVERY - 1
        rows = np.arange(len(self))
        return Part(self, rows[~held_out]), Part(self, rows[held_out])

    def batch(self, rows: np.ndarray) -> "tuple[np.ndarray, np.ndarray]":
        frames = np.empty((len(rows), *self.size), np.uint8)
        masks = np.empty_like(frames)
        shards = np.searchsorted(self.starts, rows, "right") - 1
        for place, (row, shard) in enumerate(zip(rows, shards)):
            frames[place] = self.frames[shard][row - self.starts[shard]]
            masks[place] = self.masks[shard][row - self.starts[shard]]
            if masks[place].max() >= len(self.classes):
                raise DatasetError(
                    f"{self.masks[shard].filename} holds a class beyond the {len(self.classes)} of its index; render "
                    "the data set again."
                )
        return frames, masks


def cell_widths(sector: dict, lines: int) -> "tuple[float, float]":
    """Width in mm of one of `lines` scan lines of a sector, at the probe's face and at the bottom; linear in depth."""
    if sector["kind"] == "linear":
        return sector["widthMm"] / lines, sector["widthMm"] / lines
    angle = sector["angleRad"] / lines
    return sector["radiusMm"] * angle, (sector["radiusMm"] + sector["depthMm"]) * angle


def index_read(folder: Path) -> dict:
    path = folder / "index.json"
    if not path.is_file():
        raise DatasetError(
            f"{path} does not exist: write a data set with `npm run dataset -- --frames 12000 --seed 1 --out {folder}`."
        )
    try:
        index = json.loads(path.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path} cannot be read ({error}): render the data set again.") from error
    if not isinstance(index, dict) or [index.get(key) for key in ("format", "version", "geometry")] != FORMAT:
        raise DatasetError(f"{path} is not the index of a polar Batsign data set of version 2: render it again.")
    missing = [key for key in INDEX_KEYS if key not in index]
    if missing:
        raise DatasetError(f"{path} lacks {', '.join(missing)}: render the data set again.")
    return index


def class_shares(part: Part, limit: int = 2000) -> np.ndarray:
    """Share of pixels per class over at most `limit` frames spread over the part."""
    picks = np.unique(np.linspace(0, len(part) - 1, min(limit, len(part))).astype(np.int64))
    counts = np.zeros(len(part.dataset.classes), np.int64)
    for start in range(0, len(picks), 64):
        _, masks = part.batch(picks[start : start + 64])
        counts += np.bincount(masks.reshape(-1), minlength=len(counts))[: len(counts)]
    return counts / max(1, math.fsum(counts))
