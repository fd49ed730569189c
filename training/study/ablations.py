"""The worth of each choice: one left out at a time, all else equal, scored on the same held-out frames.

Without domain randomisation means: learnt from the simulator's calm edition (`--narrow`), whose exams are calm and
of one kind of machine, and scored on the varied edition like all others.
"""

from __future__ import annotations

from augment import FAMILIES, Strength, strength_without
from network import Network
from study.asked import Asked
from study.frames import Data, parts_held_out, subset_nested
from study.run import Run
from study.variants import VARIANTS

FRAMES = 2_000
QUICK_FRAMES = 8
STEPS = 1_500


def runs(asked: Asked, spec: dict, data: Data, narrow: "Data | None") -> "list[Run]":
    parts = parts_held_out(data.dataset)
    count = QUICK_FRAMES if asked.quick else min((asked.frames or [FRAMES])[0], len(parts.training))
    found = []
    for seed in range(1, asked.seeds + 1):

        def run(name: str, strength: Strength = Strength(), spec: dict = spec, source: Data = data) -> Run:
            training = parts if source is data else parts_held_out(source.dataset)
            return Run(
                command=asked.command,
                name=name,
                seed=seed,
                network=lambda: Network(spec),
                trained_on=source,
                training=subset_nested(training.training, count, seed),
                scored_on=data,
                scored=parts.scored,
                recipe=asked.recipe(STEPS, seed=seed),
                strength=strength,
                setting=f"{count} frames, {asked.setting(STEPS)}",
            )

        found.append(run("all as it is"))
        if narrow is not None:
            found.append(run("without domain randomisation", source=narrow))
        found.append(run("without any changes to frames", strength_without(*FAMILIES)))
        found += [run(f"without changes of {family}", strength_without(family)) for family in FAMILIES]
        found += [run(name, spec=variant(spec)) for name, variant in VARIANTS.items()]
    return found
