"""Writes what this trainer's network answers, so that the browser's network can be held equal to it.

    npm run train:parity -- --data .cache/dataset

tests/fixtures/parity.json and parity.bin: for each of a few stored frames the input bytes (height x width
grey, fed as grey / 255) and float32 logits of the shipped, float16-rounded weights computed in float32: all
classes at every `stride`-th pixel of both axes (row-major, classes last) and a full crop of `crop.size`
pixels at `crop.x`, `crop.y` (row-major, classes last). Numbers are little-endian; offsets are in bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch

from augment import cells_channel, places_of
from dataset import Dataset, DatasetError
from export import MODELS, ExportError, weights_read
from network import ROOT, Network, network_from_folded, spec_read

FIXTURES = ROOT / "tests" / "fixtures"
STRIDE = 16
CROP = 40


def synthetic_frames(height: int, width: int) -> "list[tuple[np.ndarray, np.ndarray]]":
    """A smooth pattern and speckle-like noise, of cells of 0.5 to 1.25 mm: inputs that need no data set."""
    y, x = np.mgrid[0:height, 0:width]
    smooth = 127 + 80 * np.sin(x / 17) * np.cos(y / 11) + 40 * np.sin((x + 2 * y) / 41)
    random = np.random.default_rng(7)
    shape = (height, width)
    speckle = 90 * np.abs(random.standard_normal(shape) + 1j * random.standard_normal(shape))
    cells = np.float32((0.5, 1.25))
    return [(np.clip(values, 0, 255).astype(np.uint8), cells) for values in (smooth, speckle)]


def frames_choose(data: "str | None", height: int, width: int) -> "list[tuple[np.ndarray, np.ndarray]]":
    """Two held-out frames that show the most classes, or synthetic ones, with the widths of cells at both ends, mm."""
    if data is None:
        return synthetic_frames(height, width)
    _, held_out = Dataset(data).split()
    picks = np.arange(min(len(held_out), 300))
    frames, masks = held_out.batch(picks)
    kinds = np.array([len(np.unique(mask)) for mask in masks])
    cells = held_out.cells(picks)
    return [(frames[place], cells[place]) for place in np.argsort(-kinds, kind="stable")[:2]]


@torch.no_grad()
def parity_write(network: Network, frames: "list[tuple[np.ndarray, np.ndarray]]", folder: Path, sha256: str) -> dict:
    """Writes both files; returns what parity.json holds."""
    chunks: "list[bytes]" = []
    offset = 0

    def append(values: np.ndarray) -> int:
        nonlocal offset
        at = offset
        chunks.append(values.tobytes())
        offset += len(chunks[-1])
        return at

    cases = []
    for frame, cells in frames:
        inputs = torch.from_numpy(frame.astype(np.float32) / np.float32(255))[None, None]
        if network.spec["input"]["channels"] == 2:
            rows = torch.from_numpy(cells[:1] + (cells[1:] - cells[:1]) * places_of(len(frame), "cpu").numpy())[None]
            inputs = torch.cat((inputs, cells_channel(rows, frame.shape[1])), 1)
        logits = network(inputs)[0].permute(1, 2, 0).contiguous().numpy()
        # The crop lies where the classes differ most.
        spread = logits.argmax(-1)
        best = max(
            ((len(np.unique(spread[y : y + CROP, x : x + CROP])), -y, -x)
             for y in range(0, spread.shape[0] - CROP + 1, 8) for x in range(0, spread.shape[1] - CROP + 1, 8)),
        )
        y, x = -best[1], -best[2]
        cases.append(
            {
                "input": append(frame),
                "cell_mm": [float(width) for width in cells],
                "strided": append(np.ascontiguousarray(logits[::STRIDE, ::STRIDE]).astype("<f4")),
                "crop": {
                    "x": int(x),
                    "y": int(y),
                    "offset": append(np.ascontiguousarray(logits[y : y + CROP, x : x + CROP]).astype("<f4")),
                },
            }
        )
    manifest = {
        "weights_sha256": sha256,
        "height": int(frames[0][0].shape[0]),
        "width": int(frames[0][0].shape[1]),
        "classes": int(logits.shape[-1]),
        "stride": STRIDE,
        "crop_size": CROP,
        "cases": cases,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "parity.bin").write_bytes(b"".join(chunks))
    (folder / "parity.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf8")
    return manifest


def main() -> int:
    parser = argparse.ArgumentParser(prog="npm run train:parity --", description=__doc__.splitlines()[0])
    parser.add_argument("--data", help="a data set to take the two frames from; synthetic frames without it")
    parser.add_argument("--models", default=str(MODELS))
    parser.add_argument("--out", default=str(FIXTURES))
    arguments = parser.parse_args()
    models = Path(arguments.models)
    spec = spec_read()
    try:
        network = network_from_folded(spec, weights_read(models, spec))
        frames = frames_choose(arguments.data, spec["input"]["height"], spec["input"]["width"])
    except (DatasetError, ExportError) as error:
        print(error, file=sys.stderr)
        return 2
    sha256 = hashlib.sha256((models / "batsign-unet.bin").read_bytes()).hexdigest()
    manifest = parity_write(network, frames, Path(arguments.out), sha256)
    print(f"wrote {arguments.out}/parity.json and parity.bin with {len(manifest['cases'])} cases")
    return 0


if __name__ == "__main__":
    sys.exit(main())
