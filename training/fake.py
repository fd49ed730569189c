"""A tiny data set with the shape of a real one: bright bars on noise, learnable in seconds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

CLASSES = [
    "background", "rib", "pleural_line", "a_line", "b_line", "b_line_confluence", "pleural_effusion", "consolidation",
]  # fmt: skip
HEIGHT, WIDTH = 288, 128


def fake_dataset_write(folder: Path, exams: int = 40, each: int = 2, split: str = "train") -> None:
    random = np.random.default_rng(3)
    count = exams * each
    frames = random.integers(0, 60, (count, HEIGHT, WIDTH)).astype(np.uint8)
    masks = np.zeros_like(frames)
    for frame, mask in zip(frames, masks):
        y = int(random.integers(60, 120))
        frame[y : y + 8, 20:110], mask[y : y + 8, 20:110] = 230, 2
        x = int(random.integers(30, 90))
        frame[y + 8 : 220, x : x + 10], mask[y + 8 : 220, x : x + 10] = 180, 4
    folder.mkdir(parents=True, exist_ok=True)
    shards, at = [], 0
    for number, size in enumerate((count // 2, count - count // 2)):
        names = {"frames": f"frames-{number:03d}.u8", "masks": f"masks-{number:03d}.u8"}
        frames[at : at + size].tofile(folder / names["frames"])
        masks[at : at + size].tofile(folder / names["masks"])
        shards.append({**names, "count": size})
        at += size
    index = {
        "format": "batsign-dataset",
        "version": 2,
        "split": split,
        "seed": 1,
        "geometry": "polar",
        "height": HEIGHT,
        "width": WIDTH,
        "classes": CLASSES,
        "shards": shards,
        "exams": [{"count": each, "sector": {"kind": "linear", "widthMm": 40, "depthMm": 90}}] * exams,
    }
    (folder / "index.json").write_text(json.dumps(index), encoding="utf8")
