"""Builds the network that models/network.json declares, as a trainable PyTorch module.

Tensors are N x C x H x W here; the specification and the shipped weights are in TensorFlow's order
(channels last, kernels HWIO), so the order of channels in space_to_depth and depth_to_space follows
TensorFlow and `folded_weights` turns the kernels round.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

ROOT = Path(__file__).resolve().parent.parent
SPEC_PATH = ROOT / "models" / "network.json"


def spec_read(path: Path = SPEC_PATH) -> dict:
    """The specification as a dictionary: input, classes, layers."""
    return json.loads(Path(path).read_text(encoding="utf8"))


def space_to_depth(x: torch.Tensor, block: int) -> torch.Tensor:
    """N x C x H x W to N x (block*block*C) x H/block x W/block, channel (dy*block + dx)*C + c."""
    n, c, h, w = x.shape
    x = x.reshape(n, c, h // block, block, w // block, block)
    return x.permute(0, 3, 5, 1, 2, 4).reshape(n, block * block * c, h // block, w // block)


def depth_to_space(x: torch.Tensor, block: int) -> torch.Tensor:
    """The inverse of `space_to_depth`."""
    n, c, h, w = x.shape
    x = x.reshape(n, block, block, c // (block * block), h, w)
    return x.permute(0, 3, 4, 1, 5, 2).reshape(n, c // (block * block), h * block, w * block)


def conv_has_norm(layer: dict) -> bool:
    """Batch norm follows the convolutions that look at neighbours; the narrow ones keep a plain bias."""
    return layer["op"] == "conv" and layer["kernel"] > 1


class Network(nn.Module):
    """Runs the specification's layers in order. With `folded` the batch norms are already in the kernels."""

    def __init__(self, spec: dict, folded: bool = False) -> None:
        super().__init__()
        self.spec = spec
        self.folded = folded
        self.frozen: "frozenset[str]" = frozenset()
        self.convs = nn.ModuleDict()
        self.norms = nn.ModuleDict()
        channels = {"input": spec["input"]["channels"]}
        for layer in spec["layers"]:
            name, op = layer["name"], layer["op"]
            incoming = [channels[source] for source in layer["from"]]
            if op == "conv":
                norm = conv_has_norm(layer) and not folded
                kernel = layer["kernel"]
                if kernel % 2 == 0:
                    raise ValueError(f"layer {name}: an even kernel has no symmetric SAME padding")
                self.convs[name] = nn.Conv2d(
                    incoming[0], layer["filters"], kernel, padding=kernel // 2, bias=not norm
                )
                nn.init.kaiming_normal_(self.convs[name].weight, nonlinearity="relu")
                if not norm:
                    nn.init.zeros_(self.convs[name].bias)
                if norm:
                    self.norms[name] = nn.BatchNorm2d(layer["filters"])
                    if layer["activation"] == "linear":
                        # The end of a residual branch: it adds nothing at first (Goyal et al. 2017, section 5.1).
                        nn.init.zeros_(self.norms[name].weight)
                channels[name] = layer["filters"]
            elif op == "space_to_depth":
                channels[name] = incoming[0] * layer["block"] ** 2
            elif op == "depth_to_space":
                channels[name] = incoming[0] // layer["block"] ** 2
            elif op in ("max_pool", "upsample_nearest", "sum"):
                channels[name] = incoming[0]
            else:
                raise ValueError(f"layer {name}: unknown operation {op!r}")
        self.output_name = spec["layers"][-1]["name"]
        if channels[self.output_name] != len(spec["classes"]):
            raise ValueError(
                f"the last layer gives {channels[self.output_name]} channels for {len(spec['classes'])} classes"
            )
        # How often each value is still needed, so that memory is freed as early as possible.
        self.last_use = {
            source: index for index, layer in enumerate(spec["layers"]) for source in layer["from"]
        }

    def freeze(self, names: "set[str]") -> None:
        """Leaves the convolutions of these layers, and the statistics of their norms, as they are from now on."""
        self.frozen = frozenset(names)
        for name, conv in self.convs.items():
            held = [conv, self.norms[name]] if name in self.norms else [conv]
            for module in held:
                module.requires_grad_(name not in self.frozen)

    def train(self, mode: bool = True) -> "Network":
        super().train(mode)
        for name in self.frozen & set(self.norms):
            self.norms[name].eval()
        return self

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """N x channels x height x width in 0-1 to N x classes x height x width logits."""
        values = {"input": x}
        for index, layer in enumerate(self.spec["layers"]):
            name, op = layer["name"], layer["op"]
            sources = [values[source] for source in layer["from"]]
            if op == "conv":
                y = self.convs[name](sources[0])
                if name in self.norms:
                    y = self.norms[name](y)
            elif op == "max_pool":
                y = F.max_pool2d(sources[0], layer["size"])
            elif op == "upsample_nearest":
                y = F.interpolate(sources[0], scale_factor=layer["factor"], mode="nearest")
            elif op == "sum":
                y = sources[0]
                for other in sources[1:]:
                    y = y + other
            elif op == "space_to_depth":
                y = space_to_depth(sources[0], layer["block"])
            else:
                y = depth_to_space(sources[0], layer["block"])
            if layer.get("activation") == "relu":
                y = F.relu(y, inplace=True)
            values[name] = y
            for source in layer["from"]:
                if self.last_use[source] == index:
                    values.pop(source, None)
        return values[self.output_name]


def folded_weights(network: Network) -> "OrderedDict[str, np.ndarray]":
    """Kernels (HWIO) and biases in layer order as float32, batch norm folded in.

    y = gamma * (conv(x) - mean) / sqrt(variance + eps) + beta, hence
    kernel' = kernel * gamma / sqrt(variance + eps) and bias' = beta - mean * gamma / sqrt(variance + eps).
    """
    weights: "OrderedDict[str, np.ndarray]" = OrderedDict()
    for layer in network.spec["layers"]:
        if layer["op"] != "conv":
            continue
        name = layer["name"]
        conv = network.convs[name]
        kernel = conv.weight.detach().double().cpu()
        bias = (
            torch.zeros(kernel.shape[0], dtype=torch.double)
            if conv.bias is None
            else conv.bias.detach().double().cpu()
        )
        if name in network.norms:
            norm = network.norms[name]
            scale = norm.weight.detach().double().cpu() / torch.sqrt(
                norm.running_var.detach().double().cpu() + norm.eps
            )
            kernel = kernel * scale[:, None, None, None]
            bias = norm.bias.detach().double().cpu() + (bias - norm.running_mean.detach().double().cpu()) * scale
        weights[f"{name}.kernel"] = kernel.permute(2, 3, 1, 0).contiguous().numpy().astype(np.float32)
        weights[f"{name}.bias"] = bias.numpy().astype(np.float32)
    return weights


def network_from_folded(spec: dict, weights: "dict[str, np.ndarray]") -> Network:
    """A network without batch norm that holds the given kernels (HWIO) and biases, ready for inference."""
    network = Network(spec, folded=True)
    with torch.no_grad():
        for name, conv in network.convs.items():
            kernel = torch.from_numpy(np.ascontiguousarray(weights[f"{name}.kernel"], dtype=np.float32))
            conv.weight.copy_(kernel.permute(3, 2, 0, 1))
            conv.bias.copy_(torch.from_numpy(np.ascontiguousarray(weights[f"{name}.bias"], dtype=np.float32)))
    return network.eval()
