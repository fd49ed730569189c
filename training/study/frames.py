"""Which frames a run learns from, is stopped by and is scored on: always whole exams."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dataset import VALIDATION_EVERY, Dataset, DatasetError, Part


@dataclass(frozen=True)
class Data:
    """A data set and the hash that says which one."""

    dataset: Dataset
    sha256: str


@dataclass(frozen=True)
class Parts:
    training: Part
    choosing: Part
    scored: Part


def data_open(folders: "list[str]", spec: dict) -> Data:
    """Raises DatasetError when the folders hold no frames that the network of `spec` could read."""
    dataset = Dataset(*folders)
    if dataset.classes != spec["classes"] or dataset.size != (spec["input"]["height"], spec["input"]["width"]):
        raise DatasetError(
            f"{', '.join(folders)}: the data set has other classes or another frame size than models/network.json; "
            "render it again."
        )
    return Data(dataset, data_hash(dataset, folders))


def data_hash(dataset: Dataset, folders: "list[str]", frames: int = 16) -> str:
    """SHA-256 of the indices and of the first frames and masks: the same exams drawn by another simulator differ."""
    digest = hashlib.sha256()
    for folder in folders:
        digest.update((Path(folder) / "index.json").read_bytes())
    for part in dataset.batch(np.arange(min(frames, len(dataset)))):
        digest.update(part.tobytes())
    return digest.hexdigest()


def parts_held_out(dataset: Dataset) -> Parts:
    """Scored: the exams that no training sees (every twentieth), so that weights trained on these frames may be
    scored as well. Choosing: as many others, which the study does not train on either."""
    place = dataset.exam_of_frame % VALIDATION_EVERY
    last = VALIDATION_EVERY - 1
    return parts_of(dataset, place == last // 2, place == last)


def parts_halved(dataset: Dataset) -> Parts:
    """For data of which few frames are learnt from: every second exam is scored, none is needed for choosing."""
    odd = dataset.exam_of_frame % 2 == 1
    return parts_of(dataset, np.zeros_like(odd), odd)


def parts_of(dataset: Dataset, choosing: np.ndarray, scored: np.ndarray) -> Parts:
    rows = np.arange(len(dataset))
    training = ~(choosing | scored)
    if not training.any() or not scored.any():
        raise DatasetError(f"{len(dataset)} frames of {dataset.exams} exams are too few: 20 exams are the least.")
    return Parts(*(Part(dataset, rows[held]) for held in (training, choosing, scored)))


def subset_nested(part: Part, count: int, seed: int) -> Part:
    """`count` frames in an order that the seed draws: a smaller subset is part of every larger one.

    Every exam gives one frame before any gives a second.
    """
    if count > len(part):
        raise DatasetError(f"{count} frames were asked for and {len(part)} are there to learn from.")
    order = np.random.default_rng(seed).permutation(len(part))
    exams = part.dataset.exam_of_frame[part.rows[order]]
    rank = np.empty(len(order), np.int64)
    for exam in np.unique(exams):
        places = np.flatnonzero(exams == exam)
        rank[places] = np.arange(len(places))
    chosen = order[np.argsort(rank, kind="stable")][:count]
    return Part(part.dataset, np.sort(part.rows[chosen]))
