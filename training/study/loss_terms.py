"""Losses side by side: the same start, frames, order and number of steps, another loss."""

from __future__ import annotations

from losses import LOSSES
from start import Start
from study.asked import Asked
from study.frames import Data, parts_held_out, subset_nested
from study.run import Run

STEPS = 800
RATE = 1e-3


def runs(asked: Asked, data: Data, start: Start) -> "list[Run]":
    parts = parts_held_out(data.dataset)
    count = 8 if asked.quick else min((asked.frames or [len(parts.training)])[0], len(parts.training))
    found = []
    for seed in range(1, asked.seeds + 1):
        training = subset_nested(parts.training, count, seed)
        for loss in (None, *LOSSES):
            if loss is None and seed > 1:
                continue
            found.append(
                Run(
                    command=asked.command,
                    name=loss or "the start",
                    seed=seed,
                    network=start.network,
                    trained_on=data,
                    training=training,
                    scored_on=data,
                    scored=parts.scored,
                    recipe=asked.recipe(STEPS, seed=seed, rate=RATE) if loss else None,
                    loss=loss or "none",
                    setting=asked.setting(STEPS),
                    start=start.name,
                )
            )
    return found
