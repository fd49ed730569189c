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


def head_name(spec: dict) -> str:
    """The last convolution, whose filters are the classes."""
    return next(layer["name"] for layer in reversed(spec["layers"]) if layer["op"] == "conv")


def spec_scaled(spec: dict, factor: float) -> dict:
    """With `factor` times as many filters in every layer but the head."""
    head = head_name(spec)
    layers = [
        {**layer, "filters": round(layer["filters"] * factor)} if layer["op"] == "conv" and layer["name"] != head else layer
        for layer in spec["layers"]
    ]
    return {**spec, "layers": layers}


def branches_find(spec: dict) -> "dict[str, list[str]]":
    """The residual branches: by the name of the sum that ends one, the two convolutions that it consists of."""
    convs = {layer["name"]: layer for layer in spec["layers"] if layer["op"] == "conv"}
    found = {}
    for layer in spec["layers"]:
        last = convs.get(layer["from"][-1]) if layer["op"] == "sum" else None
        first = convs.get(last["from"][0]) if last else None
        if first and first["from"] == layer["from"][:1]:
            found[layer["name"]] = [first["name"], last["name"]]
    return found


def spec_without_skips(spec: dict) -> dict:
    """Without the ways past the bottleneck: what is known at each level comes from the one below alone."""
    branches = branches_find(spec)
    sums = {layer["name"]: layer for layer in spec["layers"] if layer["op"] == "sum" and layer["name"] not in branches}
    skips = {source for layer in sums.values() for source in layer["from"][1:]}
    layers = [
        {**layer, "from": layer["from"][:1]} if layer["name"] in sums else layer
        for layer in spec["layers"]
        if layer["name"] not in skips
    ]
    return {**spec, "layers": layers}


def spec_without_branches(spec: dict) -> dict:
    """Without the residual branches: where one was added to a layer, that layer goes on alone."""
    branches = branches_find(spec)
    left_out = {name for names in branches.values() for name in names}
    before = {layer["name"]: layer["from"][0] for layer in spec["layers"] if layer["name"] in branches}

    def source_of(name: str) -> str:
        while name in before:
            name = before[name]
        return name

    layers = [
        {**layer, "from": [source_of(name) for name in layer["from"]]}
        for layer in spec["layers"]
        if layer["name"] not in branches and layer["name"] not in left_out
    ]
    return {**spec, "layers": layers}


VARIANTS: "dict[str, Callable[[dict], dict]]" = {
    "full resolution": spec_full_resolution,
    "half the filters": lambda spec: spec_scaled(spec, 0.5),
    "twice the filters": lambda spec: spec_scaled(spec, 2),
    "without residual branches": spec_without_branches,
    "without skips": spec_without_skips,
}


