"""One run of the study: a network is trained, the best of its checks is kept, scored and becomes a row."""

from __future__ import annotations

import math
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Callable

import torch
from torch import nn

from augment import Strength
from checkpoint import NEEDED, RESUMED, checkpoint_read, checkpoint_write
from dataset import Part
from fit import Fit, Recipe, Teller, dice_record, precision_choose, precision_name, validate
from losses import loss_build
from study.frames import Data
from study.rows import identity_hash
from study.score import confusions_count, mean_of, score_of

SAVE_SECONDS = 120
CHOOSING_FRAMES = 192


@dataclass(frozen=True)
class Run:
    """A row's training, if any, and the data that it is scored on. `name` says it to people."""

    command: str
    name: str
    seed: int
    network: "Callable[[], nn.Module]"
    """Called once the seed is set."""
    trained_on: Data
    training: Part
    scored_on: Data
    scored: Part
    recipe: "Recipe | None"
    """None: the network is scored as it is."""
    choosing: "Part | None" = None
    """Frames by which the best check is chosen; None: the end of the schedule counts."""
    check_steps: int = 250
    patience: "int | None" = None
    """Checks without a better one after which the run stops."""
    loss: str = "dice_ce"
    strength: Strength = Strength()
    start: str = ""
    """Name of the weights that `network` comes with; empty: from nothing."""
    setting: str = ""
    """Rows that differ in it are not compared with one another."""

    def identity(self) -> dict:
        return {
            "command": self.command,
            "name": self.name,
            "seed": self.seed,
            "frames": len(self.training) if self.recipe else 0,
            "budget": asdict(self.recipe) if self.recipe else None,
            "patience": self.patience if self.choosing else None,
            "loss": self.loss,
            # Rows of before frames could be left unchanged are of none that were.
            "strength": {name: value for name, value in asdict(self.strength).items() if name != "plain" or value},
            "data": self.trained_on.sha256,
            "scored_on": self.scored_on.sha256,
            "start": self.start,
            "network": network_hash(self.network()),
        }


def network_hash(network: nn.Module) -> str:
    """Of the names and shapes of its tensors: rows of a network that has changed since are not taken for its own."""
    return identity_hash({name: list(tensor.shape) for name, tensor in network.state_dict().items()})


@dataclass(frozen=True)
class Machine:
    """Where and how runs are computed; no part of a run's identity."""

    device: torch.device
    threads: int
    precision: str

    def facts(self) -> dict:
        return {
            "device": self.device.type,
            "processor": processor_name(),
            "cores": os.cpu_count(),
            "threads": self.threads,
            "precision": precision_name(precision_choose(self.precision, self.device)),
            "torch": torch.__version__,
        }


def processor_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf8").splitlines()
    except OSError:
        return "unknown"
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def run_do(run: Run, machine: Machine, work: Path, note: str = "") -> dict:
    """Trains and scores; goes on from the run's own checkpoint in `work` where one is, and deletes it at the end."""
    identity = run.identity()
    name = identity_hash(identity)
    torch.manual_seed(run.seed)
    network = run.network()
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
    if run.recipe is None:
        return {"id": name, **row_facts(run, machine, network, None, load), **score_facts(run, network, machine)}

    precision = precision_choose(machine.precision, machine.device)
    classes = run.training.dataset.classes
    loss = loss_build(run.loss, torch.ones(len(classes), device=machine.device))
    fit = Fit(network, run.training, run.recipe, loss, machine.device, precision, run.strength)
    path = work / run.command / f"{name}.pt"
    best: dict = {"mean": -1.0, "age": 0, "step": 0, "weights": None}
    if path.is_file():
        state = checkpoint_read(path, identity, machine.device, (*NEEDED, *RESUMED, "best"))
        fit.restore(state)
        best = state["best"]
        print(f"goes on from step {fit.step}")

    teller, saved = Teller(fit), time.perf_counter()
    for _ in fit.steps() if best["age"] < (run.patience or math.inf) else ():
        teller.tell(note)
        if run.choosing is not None and (fit.step % run.check_steps == 0 or fit.share_done() >= 1):
            begun = time.perf_counter()
            best_offer(best, fit, run.choosing)
            fit.seconds += time.perf_counter() - begun
            teller.restart()
            if best["age"] >= (run.patience or math.inf):
                break
        if time.perf_counter() - saved > SAVE_SECONDS:
            checkpoint_write(path, {"spec": identity, **fit.state(), "best": best, "facts": {}})
            saved = time.perf_counter()
    shown = fit.average.network
    if best["weights"] is not None:
        shown.load_state_dict(best["weights"])
    row = {"id": name, **row_facts(run, machine, network, fit, load), "kept_step": best["step"] or fit.step}
    row.update(score_facts(run, shown, machine))
    path.unlink(missing_ok=True)
    return row


def best_offer(best: dict, fit: Fit, choosing: Part) -> None:
    """Keeps the averaged weights where they are the best so far on the frames for choosing."""
    mean = mean_of(validate(fit.average.network, choosing, fit.device, CHOOSING_FRAMES))
    if mean > best["mean"]:
        weights = {key: value.clone() for key, value in fit.average.network.state_dict().items()}
        best.update(mean=mean, age=0, step=fit.step, weights=weights)
    else:
        best["age"] += 1
    fit.history.append({"step": fit.step, "mean": round(mean, 4)})
    print(f"  step {fit.step}: {mean:.3f} on the frames for choosing, best {best['mean']:.3f} at {best['step']}", flush=True)


def row_facts(run: Run, machine: Machine, network: nn.Module, fit: "Fit | None", load: "float | None") -> dict:
    seconds, images = (fit.seconds, fit.images) if fit else (0.0, 0)
    frames = len(run.training) if fit else 0
    return {
        "command": run.command,
        "name": run.name,
        "setting": run.setting,
        "seed": run.seed,
        "frames": frames,
        "batch": run.recipe.batch if run.recipe else 0,
        "rate": run.recipe.rate if run.recipe else 0,
        "budget": {"steps": run.recipe.steps} if run.recipe and run.recipe.steps
        else {"minutes": run.recipe.minutes} if run.recipe else {"steps": 0},
        "steps": fit.step if fit else 0,
        "images": images,
        "epochs": round(images / frames, 2) if frames else 0,
        "minutes": round(seconds / 60, 2),
        "images_per_second": round(images / seconds, 1) if seconds else 0,
        "load_at_start": load,
        "start": run.start,
        "loss": run.loss,
        "parameters": sum(weight.numel() for weight in network.parameters()),
        "trained_parameters": sum(weight.numel() for weight in network.parameters() if weight.requires_grad) if fit else 0,
        "data": run.trained_on.sha256[:12],
        "scored_on": run.scored_on.sha256[:12],
        "scored_frames": len(run.scored),
        **machine.facts(),
    }  # fmt: skip


def score_facts(run: Run, network: nn.Module, machine: Machine) -> dict:
    score = score_of(confusions_count(network.to(machine.device), run.scored, machine.device))
    return {
        "dice": dice_record(run.scored.dataset.classes, score.dice),
        "mean": figure_of(score.mean),
        "interval": [figure_of(value) for value in score.interval],
    }


def figure_of(value: float) -> "float | None":
    """Four decimals; None for what is not there, which JSON has no number for."""
    return None if math.isnan(value) else round(value, 4)
