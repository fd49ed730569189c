"""Gives folded weights their batch norms back, so that a shipped network can be learnt on from."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from dataset import Part
from fit import inputs_of
from network import Network

FRAMES = 128

# With a norm behind it a kernel's size changes nothing but how fast it learns. Kernels grow in training: those of
# the shipped network were 2 to 7 times as large as at their beginning before they were folded.
GROWN = 4


def network_unfolded(folded: Network, part: Part) -> Network:
    """The same function of 0-1 inputs with batch norms, by the statistics of frames spread over `part`."""
    picks = np.unique(np.linspace(0, len(part) - 1, FRAMES).astype(np.int64))
    frames, _ = part.batch(picks)
    return norms_restored(folded, inputs_of(folded, part, picks, frames, torch.device("cpu")))


@torch.no_grad()
def norms_restored(folded: Network, inputs: torch.Tensor) -> Network:
    """Each norm holds the mean and variance that its convolution has over `inputs` (N x channels x height x width)
    and scales back to what the folded convolution gives; each kernel before one is as large as after a training."""
    moments: "dict[str, tuple[torch.Tensor, torch.Tensor]]" = {}

    def measure(name: str, conv: nn.Conv2d, y: torch.Tensor) -> None:
        # At once: an activation may overwrite the values in place.
        moments[name] = (y.mean((0, 2, 3)) - conv.bias, y.var((0, 2, 3)))

    hooks = [
        conv.register_forward_hook(lambda conv, _, y, name=name: measure(name, conv, y))
        for name, conv in folded.convs.items()
    ]
    folded.eval()(inputs)
    for hook in hooks:
        hook.remove()
    network = Network(folded.spec)
    for name, conv in folded.convs.items():
        if name not in network.norms:
            network.convs[name].load_state_dict(conv.state_dict())
            continue
        mean, variance = moments[name]
        # He et al. 2015, arXiv:1502.01852: the size that kernels begin with, sqrt(2) for each filter.
        scale = GROWN * (2 * len(conv.weight)) ** 0.5 / conv.weight.norm()
        norm = network.norms[name]
        network.convs[name].weight.copy_(conv.weight * scale)
        norm.running_mean.copy_(mean * scale)
        norm.running_var.copy_(variance * scale**2)
        norm.weight.copy_(torch.sqrt(norm.running_var + norm.eps) / scale)
        norm.bias.copy_(conv.bias + mean)
    return network
