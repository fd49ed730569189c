"""Variants of models/network.json that show what one of its choices is worth."""

from __future__ import annotations

from typing import Callable


def spec_full_resolution(spec: dict) -> dict:
    """Without the 2 x 2 space-to-depth stem and its depth-to-space head: every layer at twice the resolution."""
    classes, renamed, layers = len(spec["classes"]), {}, []
    for layer in spec["layers"]:
        sources = [renamed.get(source, source) for source in layer["from"]]
        if layer["op"] in ("space_to_depth", "depth_to_space"):
            renamed[layer["name"]] = sources[0]
        else:
            layers.append({**layer, "from": sources})
    layers[-1] = {**layers[-1], "filters": classes}
    return {**spec, "layers": layers}


def spec_scaled(spec: dict, factor: float) -> dict:
    """With `factor` times as many filters in every layer but the head."""
    head = next(layer["name"] for layer in reversed(spec["layers"]) if layer["op"] == "conv")
    layers = [
        {**layer, "filters": round(layer["filters"] * factor)} if layer["op"] == "conv" and layer["name"] != head else layer
        for layer in spec["layers"]
    ]
    return {**spec, "layers": layers}


def spec_without_skips(spec: dict) -> dict:
    """Without the ways past the bottleneck: what is known at each level comes from the one below alone."""
    sums = {layer["name"]: layer for layer in spec["layers"] if layer["op"] == "sum"}
    skips = {source for layer in sums.values() for source in layer["from"][1:]}
    layers = [
        {**layer, "from": layer["from"][:1]} if layer["name"] in sums else layer
        for layer in spec["layers"]
        if layer["name"] not in skips
    ]
    return {**spec, "layers": layers}


VARIANTS: "dict[str, Callable[[dict], dict]]" = {
    "full resolution": spec_full_resolution,
    "half the filters": lambda spec: spec_scaled(spec, 0.5),
    "twice the filters": lambda spec: spec_scaled(spec, 2),
    "without skips": spec_without_skips,
}


