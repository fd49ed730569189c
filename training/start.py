"""The weights that fine-tuning starts from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Callable

import torch

from checkpoint import checkpoint_read
from export import MODELS, weights_read
from network import Network, network_from_folded


@dataclass(frozen=True)
class Start:
    """Where weights are from, and a network that holds them."""

    name: str
    network: "Callable[[], Network]"


def start_open(path: "str | None", spec: dict) -> Start:
    """A checkpoint of the trainer, with its batch norms; without one the shipped weights, which have them folded in.

    Raises CheckpointError or ExportError when the weights cannot be used.
    """
    if path is None:
        weights = weights_read(MODELS, spec)
        digest = hashlib.sha256((MODELS / "batsign-unet.bin").read_bytes())
        return Start(f"shipped {digest.hexdigest()[:12]}", lambda: network_from_folded(spec, weights))
    average = checkpoint_read(path, spec)["average"]
    digest = hashlib.sha256()
    for values in average.values():
        digest.update(values.contiguous().numpy().tobytes())

    def build() -> Network:
        network = Network(spec)
        network.load_state_dict({name: torch.clone(values) for name, values in average.items()})
        return network

    return Start(f"checkpoint {digest.hexdigest()[:12]}", build)
