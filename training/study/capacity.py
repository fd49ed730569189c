"""What holds the network back? The shipped weights learn on for the same steps with more room, or with frames as they
are.

The wider network answers as the shipped one does when it begins (see widen.py), so that what it is ahead by at the
end is what its room is worth, without the chance of another beginning. Frames left unchanged show what it costs on
the simulator's own images to be ready for others. Frames should be of exams that the shipped weights have not learnt
from.
"""

from __future__ import annotations

from typing import Callable

from augment import Strength
from network import Network
from start import Start
from study.asked import Asked
from study.frames import Data, parts_held_out, subset_nested
from study.run import Run
from study.widen import network_widened
from unfold import network_unfolded

STEPS = 4_000
RATE = 2e-3
PLAIN = 0.3

# Factor of the filters, share of frames that are learnt from unchanged.
VARIANTS = {"as it is": (1, PLAIN), "twice the filters": (2, PLAIN), "frames unchanged": (1, 1.0)}


def runs(asked: Asked, data: Data, start: Start) -> "list[Run]":
    parts = parts_held_out(data.dataset)
    count = 8 if asked.quick else min((asked.frames or [len(parts.training)])[0], len(parts.training))

    def network_of(width: int, seed: int) -> Callable[[], Network]:
        def build() -> Network:
            network = start.network()
            if network.folded:
                network = network_unfolded(network, parts.training)
            return network if width == 1 else network_widened(network, width, seed)

        return build

    def run(name: str, seed: int, width: int, plain: float, trained: bool) -> Run:
        return Run(
            command=asked.command,
            name=name,
            seed=seed,
            network=network_of(width, seed),
            trained_on=data,
            training=subset_nested(parts.training, count, seed),
            scored_on=data,
            scored=parts.scored,
            recipe=asked.recipe(STEPS, seed=seed, rate=RATE) if trained else None,
            strength=Strength(plain=plain),
            setting=asked.setting(STEPS),
            start=start.name,
        )

    found = [run("the start", 1, 1, PLAIN, False)]
    for seed in range(1, asked.seeds + 1):
        found += [run(name, seed, width, plain, True) for name, (width, plain) in VARIANTS.items()]
    return found

