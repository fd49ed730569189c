"""A tiny data set with the shape of a real one: bright bars on noise, learnable in seconds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

CLASSES = [
    "background", "rib", "pleural_line", "a_line", "b_line", "b_line_confluence", "pleural_effusion", "consolidation",
]  # fmt: skip
CONVEX = {
    "kind": "convex", "mmPerPx": 0.6, "originPx": {"x": 128, "y": 20}, "radiusMm": 50, "angleRad": 1.1, "depthMm": 130,
}  # fmt: skip
LINEAR = {"kind": "linear", "mmPerPx": 0.25, "originPx": {"x": 128, "y": 10}, "widthMm": 50, "depthMm": 55}


def fake_dataset_write(folder: Path, exams: int = 40, each: int = 2, split: str = "train") -> None:
    random = np.random.default_rng(3)
    count = exams * each
    frames = random.integers(0, 60, (count, 256, 256)).astype(np.uint8)
    masks = np.zeros_like(frames)
    for frame, mask in zip(frames, masks):
        y = int(random.integers(60, 120))
        frame[y : y + 8, 70:190], mask[y : y + 8, 70:190] = 230, 2
        x = int(random.integers(80, 170))
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
        "version": 1,
        "split": split,
        "seed": 1,
        "size": 256,
        "classes": CLASSES,
        "shards": shards,
        "exams": [{"count": each, "sector": LINEAR if exam % 2 else CONVEX} for exam in range(exams)],
    }
    (folder / "index.json").write_text(json.dumps(index), encoding="utf8")
