"""Makes a trained network wider without changing what it answers (Chen et al. 2016, Net2Net, arXiv:1511.05641)."""

from __future__ import annotations

import torch
from torch import nn

from network import Network
from study.variants import head_name, spec_scaled

LEAST_SHARE = 0.25


def network_widened(network: Network, factor: int, seed: int) -> Network:
    """Every convolution but the head has each of its filters `factor` times; what reads them shares its weights out.

    With exact arithmetic the answers are the same. Shares are drawn by the seed, so that copies part in training.

    Raises ValueError where the specification rearranges the channels of a convolution that is widened.
    """
    random = torch.Generator().manual_seed(seed)
    spec = network.spec
    head = head_name(spec)
    wide = Network(spec_scaled(spec, factor), folded=network.folded)
    copies = {"input": 1}
    with torch.no_grad():
        for layer in spec["layers"]:
            name = layer["name"]
            copies[name] = copies[layer["from"][0]]
            if layer["op"] == "conv":
                before, copies[name] = copies[name], 1 if name == head else factor
                # Before a norm the size of a kernel changes its pace alone, so that shared out weights are kept as
                # large as they were: one rate of learning then means the same for both networks.
                scale = before if name in network.norms else 1
                conv_widen(network.convs[name], wide.convs[name], before, copies[name], scale, random)
                if name in network.norms:
                    norm_widen(network.norms[name], wide.norms[name], copies[name], scale)
            elif layer["op"] in ("space_to_depth", "depth_to_space") and copies[name] > 1:
                raise ValueError(f"layer {name}: the channels of a widened convolution cannot be rearranged")
    return wide.train(network.training)


def conv_widen(
    narrow: nn.Conv2d, wide: nn.Conv2d, before: int, after: int, scale: float, random: torch.Generator
) -> None:
    """`before` and `after`: copies of every channel that comes in and of every filter. The sum is `scale` times."""
    kernel = narrow.weight.repeat(after, 1, 1, 1)
    shares = LEAST_SHARE + torch.rand(before, *kernel.shape[:2], generator=random)
    shares = shares * (scale / shares.sum(0))
    wide.weight.copy_(torch.cat([kernel * share[:, :, None, None] for share in shares], 1))
    if narrow.bias is not None:
        wide.bias.copy_(narrow.bias.repeat(after))


def norm_widen(narrow: nn.BatchNorm2d, wide: nn.BatchNorm2d, after: int, scale: float) -> None:
    """For values `scale` times as large."""
    wide.running_mean.copy_(narrow.running_mean.repeat(after) * scale)
    wide.running_var.copy_(narrow.running_var.repeat(after) * scale**2)
    deviation = torch.sqrt(narrow.running_var + narrow.eps)
    wide.weight.copy_((narrow.weight / deviation).repeat(after) * torch.sqrt(wide.running_var + wide.eps) / scale)
    wide.bias.copy_(narrow.bias.repeat(after))
