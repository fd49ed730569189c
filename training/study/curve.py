"""The learning curve: how good this network grows with the number of frames it learns from.

Subsets are nested. Every point has the same budget of steps, so that fewer frames are seen more often; the best
check on held-out frames counts, and a point ends after five checks without a better one.
"""

from __future__ import annotations

from network import Network
from study.asked import Asked
from study.frames import Data, parts_held_out, subset_nested
from study.run import Run

FRAMES = (50, 100, 200, 450, 2_000, 20_000)
QUICK_FRAMES = (4, 8)
STEPS = 3_000


def runs(asked: Asked, spec: dict, data: Data) -> "list[Run]":
    parts = parts_held_out(data.dataset)
    most = len(parts.training)
    wanted = asked.frames or (QUICK_FRAMES if asked.quick else FRAMES)
    counts = [count for count in wanted if count < most]
    if len(counts) < len(wanted) or not asked.frames:
        # Counts that the data set cannot hold give way to all that it holds.
        counts.append(most)
    return [
        Run(
            command=asked.command,
            name=f"{count:,} frames",
            seed=seed,
            network=lambda: Network(spec),
            trained_on=data,
            training=subset_nested(parts.training, count, seed),
            scored_on=data,
            scored=parts.scored,
            choosing=parts.choosing,
            patience=5,
            check_steps=1 if asked.quick else 200,
            recipe=asked.recipe(STEPS, seed=seed),
            setting=asked.setting(STEPS),
        )
        for seed in range(1, asked.seeds + 1)
        for count in sorted(set(counts))
    ]
