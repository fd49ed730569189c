"""The options of the commands of the study."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

import torch

from fit import Recipe
from network import ROOT

COMMANDS = ("protocol", "curve", "ablations", "capacity", "losses", "transfer", "report")


@dataclass(frozen=True)
class Asked:
    """The arguments as commands read them. None: the command's own default."""

    command: str
    data: "list[str] | None"
    narrow: "list[str] | None"
    start: "str | None"
    minutes: "float | None"
    steps: "int | None"
    frames: "list[int] | None"
    only: "list[str] | None"
    epochs: "int | None"
    seeds: int
    threads: int
    device: str
    precision: str
    fresh: bool
    quick: bool
    out: Path
    work: Path

    def recipe(self, steps: int, times: int = 1, **rest: "float | int") -> Recipe:
        """`times` the budget that was asked for, else `steps`; two steps of two frames where it shall be quick."""
        if self.quick:
            return Recipe(**{**rest, "batch": 2, "steps": 2})
        if self.minutes is not None:
            return Recipe(**{**rest, "minutes": times * self.minutes})
        return Recipe(**{**rest, "steps": times * (self.steps or steps)})

    def setting(self, steps: int) -> str:
        """The budget in words: rows of different ones are not compared."""
        return f"{self.minutes:g} minutes" if self.minutes is not None else f"{self.steps or steps} steps"


def asked_parse(argv: "list[str]") -> Asked:
    parser = argparse.ArgumentParser(
        prog="npm run study --",
        description="Trainings whose results are rows of training/results; rows that are there are not trained again.",
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--data", nargs="+", help="folders written by `npm run dataset`")
    parser.add_argument("--narrow", nargs="+", help="ablations: frames of one narrow simulator (`--edition calm`)")
    parser.add_argument("--start", help="capacity, losses, transfer: a checkpoint to start from instead of the shipped weights")
    parser.add_argument("--minutes", type=float, help="budget of each run in minutes of training")
    parser.add_argument("--steps", type=int, help="budget of each run in steps: the same on any machine")
    parser.add_argument("--frames", type=int, nargs="+", help="curve, transfer, ablations: numbers of frames to learn from")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="run rows of these names alone")
    parser.add_argument("--epochs", type=int, help="protocol: passes of the paper's U-Net over its frames (default: 20)")
    parser.add_argument("--seeds", type=int, default=1, help="runs of each kind (transfer: 3 at least are of use)")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--precision", choices=("auto", "float32", "bfloat16"), default="auto")
    again = parser.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", help="go on with a run that was stopped (as is done anyway)")
    again.add_argument("--fresh", action="store_true", help="run all anew, rows and stopped runs that are there too")
    parser.add_argument("--quick", action="store_true", help="seconds instead of hours: tiny made-up frames, two steps")
    parser.add_argument("--out", type=Path, help="folder of results/, plots/ and STUDY.md (default: training)")
    parser.add_argument("--work", type=Path, default=ROOT / ".work" / "study", help="folder of stopped runs")
    given = vars(parser.parse_args(argv))
    del given["resume"]
    if given["out"] is None:
        given["out"] = given["work"] / "quick" if given["quick"] else ROOT / "training"
    asked = Asked(**given)
    if (asked.minutes is not None and asked.minutes <= 0) or (asked.steps is not None and asked.steps < 1):
        parser.error("--minutes must be above 0 and --steps at least 1")
    if asked.minutes is not None and asked.steps is not None:
        parser.error("--minutes and --steps are both a budget: give one of them")
    if asked.seeds < 1 or (asked.epochs is not None and asked.epochs < 1) or min(asked.frames or [1]) < 1:
        parser.error("--seeds, --epochs and --frames must be at least 1")
    if asked.data is None and not asked.quick and asked.command != "report":
        parser.error("--data is needed: name folders written by `npm run dataset`, or give --quick")
    return asked
