"""Writes and reads the trainer's checkpoints; what is wrong with one is said in a sentence that names the file."""

from __future__ import annotations

import os
from pathlib import Path

import torch

# Entries that every user of a checkpoint needs; a run that goes on needs RESUMED as well.
NEEDED = ("spec", "network", "average", "facts")
RESUMED = ("optimizer", "step", "images", "seconds", "history")


class CheckpointError(Exception):
    """A checkpoint that cannot be used; the sentence names the file and says what to do."""


def checkpoint_write(path: Path, state: dict) -> None:
    """Writes the file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    os.replace(partial, path)


def checkpoint_read(
    path: "str | Path", spec: dict, device: "torch.device | str" = "cpu", needed: "tuple[str, ...]" = NEEDED
) -> dict:
    """The state that `checkpoint_write` stored, once it is known to fit `spec` and to hold finite weights."""
    path = Path(path)
    if not path.is_file():
        raise CheckpointError(f"{path} does not exist: name a checkpoint that `npm run train` wrote.")
    try:
        state = torch.load(path, map_location=device)
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read: {error.strerror or error}.") from error
    # Whatever the bytes of a broken or foreign file make of the unpickler.
    except Exception as error:
        raise CheckpointError(f"{path} is damaged or no checkpoint: train again, or name another one.") from error
    missing = [key for key in needed if not isinstance(state, dict) or key not in state]
    if missing:
        raise CheckpointError(f"{path} is no checkpoint of this trainer: it lacks {', '.join(missing)}; train again.")
    if state["spec"] != spec:
        raise CheckpointError(
            f"{path} was trained for another specification than models/network.json is now: train again, or put that "
            "specification back."
        )
    for kind in ("network", "average"):
        for name, values in state[kind].items():
            if not torch.isfinite(values).all():
                raise CheckpointError(
                    f'{path} holds values that are no finite numbers in "{name}" of its {kind}: go back to an earlier '
                    "checkpoint, or train again with a lower --rate."
                )
    return state


def weights_mean(states: "list[dict[str, torch.Tensor]]") -> "dict[str, torch.Tensor]":
    """The mean of every weight and statistic; counts are the last state's."""
    last = states[-1]
    return {
        name: sum(state[name] for state in states) / len(states) if values.dtype.is_floating_point else values
        for name, values in last.items()
    }
