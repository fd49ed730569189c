"""Writes the shipped weights: batch norm folded into the kernels, float16, little-endian.

    npm run train:export -- --checkpoint .work/training/last.pt

Several checkpoints of one line of training, the later last, are shipped as the mean of their folded weights: what the
later one learnt of the simulator, and what it lost of robustness beyond it, both by half (Wortsman et al. 2022,
arXiv:2109.01903). `shipped` stands for the weights that are in models/ now; who is named twice counts twice.

models/batsign-unet.bin holds the tensors one after the other in layer order, each convolution's kernel
(height x width x in x out) and then its bias; models/batsign-unet.json says where, with the SHA-256.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import sys
from pathlib import Path

import numpy as np
import torch

from checkpoint import CheckpointError, checkpoint_read
from network import ROOT, Network, folded_weights, spec_read

MODELS = ROOT / "models"
SHIPPED = "shipped"


class ExportError(Exception):
    """Weights that cannot be shipped or that are not as they were shipped; the sentence says why."""


def weights_write(weights: "dict[str, np.ndarray]", spec: dict, facts: dict, folder: Path = MODELS) -> dict:
    """Writes both files and returns the manifest. Each file is replaced whole.

    The manifest repeats what the network looks at (`input`): weights of another raster have the same shapes.
    """
    tensors, chunks, offset = [], [], 0
    for name, values in weights.items():
        with np.errstate(over="ignore"):
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


def weights_read(folder: Path = MODELS, spec: "dict | None" = None) -> "dict[str, np.ndarray]":
    """The shipped weights as float32 arrays, once they are known to be whole, finite and of `spec` (unless None)."""
    manifest_path, path = folder / "batsign-unet.json", folder / "batsign-unet.bin"
    try:
        manifest = json.loads(manifest_path.read_text(encoding="utf8"))
        size, sha256, tensors = manifest["bytes"], manifest["sha256"], manifest["tensors"]
        places = [(tensor["name"], tuple(tensor["shape"]), tensor["offset"]) for tensor in tensors]
        payload = path.read_bytes()
    except OSError as error:
        raise ExportError(f"{error.filename} cannot be read: write it with `npm run train:export`.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ExportError(f"{manifest_path} describes no weights: write it with `npm run train:export`.") from error
    if len(payload) != size or hashlib.sha256(payload).hexdigest() != sha256:
        raise ExportError(f"{path} is damaged: its SHA-256 is not the one of the manifest.")
    if spec is not None:
        expected = {name: values.shape for name, values in folded_weights(Network(spec)).items()}
        if manifest.get("input") != spec["input"] or {name: shape for name, shape, _ in places} != expected:
            raise ExportError(f"{path} belongs to another specification than models/network.json: export it again.")
    weights = {}
    for name, shape, offset in places:
        count = int(np.prod(shape))
        if offset < 0 or offset + 2 * count > len(payload):
            raise ExportError(f'{manifest_path} places "{name}" outside the weights: export them again.')
        weights[name] = np.frombuffer(payload, "<f2", count, offset).reshape(shape).astype(np.float32)
        if not np.isfinite(weights[name]).all():
            raise ExportError(f'{path} holds values that are no finite numbers in "{name}": train and export again.')
    return weights


def weights_bolder(weights: "dict[str, np.ndarray]", spec: dict, times: float) -> "dict[str, np.ndarray]":
    """The weights of a network to which every finding is `times` as likely, against background, as it was.

    The last convolution's filters are the classes, background first, once or for every place of a block.
    """
    head = next(layer["name"] for layer in reversed(spec["layers"]) if layer["op"] == "conv")
    bias = weights[f"{head}.bias"].copy()
    bias[:: len(spec["classes"])] -= math.log(times)
    return {**weights, f"{head}.bias": bias}


def folded_read(path: str, spec: dict) -> "tuple[dict[str, np.ndarray], dict]":
    """The folded weights of a checkpoint, or those of models/ for `shipped`, and the facts of their training."""
    if path == SHIPPED:
        weights = weights_read(MODELS, spec)
        return weights, json.loads((MODELS / "batsign-unet.json").read_text(encoding="utf8"))["training"]
    state = checkpoint_read(path, spec)
    network = Network(spec)
    network.load_state_dict(state["average"])
    return folded_weights(network), state["facts"]


def folded_mean(weights: "list[dict[str, np.ndarray]]") -> "dict[str, np.ndarray]":
    """The mean of every tensor."""
    return {name: np.mean([each[name] for each in weights], 0) for name in weights[-1]}


def main() -> int:
    parser = argparse.ArgumentParser(prog="npm run train:export --", description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", nargs="+", default=[str(ROOT / ".work" / "training" / "last.pt")])
    parser.add_argument(
        "--bolder", type=float, default=1, metavar="TIMES",
        help="hold every finding this many times as likely, against background, as was learnt: more is found, more in vain",
    )  # fmt: skip
    parser.add_argument("--out", default=str(MODELS))
    arguments = parser.parse_args()
    if arguments.bolder <= 0:
        parser.error("--bolder must be above 0")
    try:
        spec = spec_read()
        read = [folded_read(path, spec) for path in arguments.checkpoint]
        *earlier, facts = (facts for _, facts in read)
        if earlier:
            facts = {**facts, "averaged_with": earlier}
        if arguments.bolder != 1:
            facts = {**facts, "bolder": arguments.bolder}
        weights = weights_bolder(folded_mean([weights for weights, _ in read]), spec, arguments.bolder)
        manifest = weights_write(weights, spec, facts, Path(arguments.out))
    except (CheckpointError, ExportError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"wrote {arguments.out}/batsign-unet.bin ({manifest['bytes']} bytes, sha256 {manifest['sha256'][:12]}...)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
