"""Writes the shipped weights: batch norm folded into the kernels, float16, little-endian.

    npm run train:export -- --checkpoint .work/training/last.pt

models/batsign-unet.bin holds the tensors one after the other in layer order, each convolution's kernel
(height x width x in x out) and then its bias; models/batsign-unet.json says where, with the SHA-256.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path

import numpy as np
import torch

from network import ROOT, Network, folded_weights, spec_read

MODELS = ROOT / "models"


class ExportError(Exception):
    """Weights that cannot be shipped; the sentence says why."""


def weights_write(weights: "dict[str, np.ndarray]", spec: dict, facts: dict, folder: Path = MODELS) -> dict:
    """Writes both files and returns the manifest. Each file is replaced whole.

    The manifest repeats what the network looks at (`input`): weights of another raster have the same shapes.
    """
    tensors, chunks, offset = [], [], 0
    for name, values in weights.items():
        half = values.astype("<f2")
        if not np.isfinite(half).all():
            raise ExportError(f"{name} does not fit into float16: train again with a higher weight decay.")
        tensors.append({"name": name, "shape": list(values.shape), "offset": offset})
        chunks.append(half.tobytes())
        offset += half.nbytes
    payload = b"".join(chunks)
    manifest = {
        "network": "network.json",
        "input": spec["input"],
        "dtype": "float16",
        "bytes": len(payload),
        "sha256": hashlib.sha256(payload).hexdigest(),
        "tensors": tensors,
        "training": facts,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (
        ("batsign-unet.bin", payload),
        ("batsign-unet.json", (json.dumps(manifest, indent=2) + "\n").encode()),
    ):
        partial = folder / f"{name}.partial"
        partial.write_bytes(content)
        os.replace(partial, folder / name)
    return manifest


def weights_read(folder: Path = MODELS) -> "dict[str, np.ndarray]":
    """The shipped weights as float32 arrays, after checking length and hash."""
    manifest = json.loads((folder / "batsign-unet.json").read_text(encoding="utf8"))
    payload = (folder / "batsign-unet.bin").read_bytes()
    if len(payload) != manifest["bytes"] or hashlib.sha256(payload).hexdigest() != manifest["sha256"]:
        raise ExportError(f"{folder / 'batsign-unet.bin'} is damaged: its SHA-256 is not the one of the manifest.")
    return {
        tensor["name"]: np.frombuffer(
            payload, "<f2", int(np.prod(tensor["shape"])), tensor["offset"]
        ).reshape(tensor["shape"]).astype(np.float32)
        for tensor in manifest["tensors"]
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="npm run train:export --", description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", default=str(ROOT / ".work" / "training" / "last.pt"))
    parser.add_argument("--out", default=str(MODELS))
    arguments = parser.parse_args()
    path = Path(arguments.checkpoint)
    if not path.is_file():
        print(f"{path} does not exist: train first with `npm run train`.", file=sys.stderr)
        return 2
    state = torch.load(path, map_location="cpu")
    if state["spec"] != spec_read():
        print("models/network.json has changed since this checkpoint was trained: train again.", file=sys.stderr)
        return 2
    network = Network(state["spec"])
    network.load_state_dict(state["average"])
    try:
        manifest = weights_write(folded_weights(network), state["spec"], state["facts"], Path(arguments.out))
    except ExportError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"wrote {arguments.out}/batsign-unet.bin ({manifest['bytes']} bytes, sha256 {manifest['sha256'][:12]}...)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
