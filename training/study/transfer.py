"""Transfer: a network that knows one simulated device learns a second one from few labelled frames.

Each seed draws its own frames, one an exam and nested. There is no choosing: who has ten labelled frames has none to
spare, so the end of the schedule counts. From scratch three times as many steps are given, since that start knows
nothing. Frames are changed in place and scale alone: tone, noise and sharpness are what a device is known by.
"""

from __future__ import annotations

from typing import Callable

from augment import strength_without
from network import Network
from start import Start
from study.asked import Asked
from study.frames import Data, parts_halved, subset_nested
from study.run import Run

FRAMES = (10, 20, 50, 100)
QUICK_FRAMES = (4,)
SCORED = 250
STEPS = 200
BATCH = 8

STRENGTH = strength_without("gain", "tone", "noise", "overlay", "sharpness", "compression")

UNTOUCHED = "untouched"
SCRATCH = "from scratch"
# The layers that are trained: all, those after the bottleneck, those of the finest level.
TUNED: "dict[str, tuple[tuple[str, ...], float]]" = {
    "all layers": (("",), 1e-3),
    "decoder alone": (("dec", "head"), 2e-3),
    "last layers alone": (("dec0", "head"), 2e-3),
}


def network_tuned(start: Start, prefixes: "tuple[str, ...]") -> Callable[[], Network]:
    def build() -> Network:
        network = start.network()
        network.freeze({name for name in network.convs if not name.startswith(prefixes)})
        return network

    return build


def runs(asked: Asked, spec: dict, data: Data, start: Start) -> "list[Run]":
    parts = parts_halved(data.dataset)
    scored = subset_nested(parts.scored, min(SCORED, len(parts.scored)), 1)

    def run(name: str, seed: int, count: int, network: Callable[[], Network], recipe) -> Run:
        return Run(
            command=asked.command,
            name=name,
            seed=seed,
            network=network,
            trained_on=data,
            training=subset_nested(parts.training, count, seed),
            scored_on=data,
            scored=scored,
            recipe=recipe,
            strength=STRENGTH,
            setting=asked.setting(STEPS),
            start="" if name == SCRATCH else start.name,
        )

    counts = asked.frames or (QUICK_FRAMES if asked.quick else FRAMES)
    found = [run(UNTOUCHED, 1, counts[0], start.network, None)]
    for seed in range(1, asked.seeds + 1):
        for count in counts:
            for name, (prefixes, rate) in TUNED.items():
                recipe = asked.recipe(STEPS, seed=seed, batch=BATCH, rate=rate)
                found.append(run(name, seed, count, network_tuned(start, prefixes), recipe))
            scratch = asked.recipe(STEPS, times=3, seed=seed, batch=BATCH)
            found.append(run(SCRATCH, seed, count, lambda: Network(spec), scratch))
    return found
