"""Trains the network of models/network.json on simulated frames within a budget of minutes.

    npm run train -- --data .cache/dataset --minutes 40
    npm run train -- --data .cache/dataset --minutes 40 --resume

The checkpoint (.work/training/last.pt) is written every few minutes and at the end, whole or not at all.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import time
from pathlib import Path

import numpy as np
import torch

from augment import Strength
from checkpoint import NEEDED, RESUMED, CheckpointError, checkpoint_read, checkpoint_write, weights_mean
from dataset import Dataset, DatasetError, class_shares
from export import SHIPPED, ExportError
from fit import Fit, Recipe, Teller, dice_record, precision_choose, precision_name, validate
from losses import LOSSES, class_weights, loss_build
from network import ROOT, Network, spec_read
from start import start_open
from unfold import network_unfolded


def arguments_parse(argv: "list[str]") -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="npm run train --", description=__doc__.splitlines()[0])
    parser.add_argument("--data", nargs="+", required=True, help="folders written by `npm run dataset`")
    parser.add_argument("--minutes", type=float, default=40, help="budget, earlier runs that are resumed included")
    parser.add_argument("--steps", type=int, help="budget in steps instead of minutes: the same on any machine")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=4e-3, help="highest learning rate")
    parser.add_argument("--decay", type=float, default=1e-2, help="weight decay of AdamW")
    parser.add_argument("--loss", choices=sorted(LOSSES), default="dice_ce", help="see losses.py")
    parser.add_argument("--dice-share", type=float, default=0.5, help="share of Dice in its sum with cross-entropy")
    parser.add_argument(
        "--class-power", type=float, default=0.0, help="rare classes weigh share ** -power in the cross-entropy; 0: alike"
    )
    parser.add_argument(
        "--plain", type=float, default=0.0, help="share of frames (0-1) that are learnt from as they are, unchanged"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default=str(ROOT / ".work" / "training"), help="folder for the checkpoint")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    parser.add_argument(
        "--init",
        nargs="+",
        metavar="CHECKPOINT",
        help="start from the weights of another checkpoint, from the mean of several, or from `shipped`, those of "
        "models/, with a fresh schedule",
    )
    parser.add_argument("--checkpoint-minutes", type=float, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--precision", choices=("auto", "float32", "bfloat16"), default="auto")
    arguments = parser.parse_args(argv)
    if arguments.steps is not None and arguments.steps < 1:
        parser.error("--steps must be at least 1")
    if arguments.minutes <= 0 or arguments.batch < 2 or arguments.rate <= 0:
        parser.error("--minutes and --rate must be above 0 and --batch at least 2")
    if arguments.resume and arguments.init:
        parser.error("--resume goes on with a run and --init starts a new one: give one of them")
    if SHIPPED in (arguments.init or []) and len(arguments.init) > 1:
        parser.error("--init shipped has lost its batch norms and cannot be averaged with checkpoints")
    if not 0 <= arguments.plain <= 1:
        parser.error("--plain is a share from 0 to 1")
    return arguments


def dice_line(classes: "list[str]", dice: np.ndarray) -> str:
    return "  ".join(
        f"{name} {'-' if math.isnan(value) else format(value, '.3f')}" for name, value in zip(classes[1:], dice[1:])
    )


def train(arguments: argparse.Namespace) -> dict:
    """Runs the training and returns its facts, which are also in the checkpoint."""
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(max(1, arguments.threads))
    device = torch.device(arguments.device)
    spec = spec_read()
    dataset = Dataset(*arguments.data)
    if dataset.classes != spec["classes"] or dataset.size != (spec["input"]["height"], spec["input"]["width"]):
        raise DatasetError(
            f"{', '.join(arguments.data)}: the data set has other classes or another frame size than "
            "models/network.json; render it again."
        )
    training, held_out = dataset.split()
    if len(training) < arguments.batch or not len(held_out):
        raise DatasetError(f"{len(dataset)} frames of {dataset.exams} exams are too few: 20 exams are the least.")

    network = Network(spec).to(device)
    checkpoint_path = Path(arguments.out) / "last.pt"
    state, begun_from = None, []
    if arguments.resume:
        state = checkpoint_read(checkpoint_path, spec, device, (*NEEDED, *RESUMED))
        begun_from = state["facts"].get("begun_from", [])
    elif arguments.init:
        starts = [start_open(None if path == SHIPPED else path, spec) for path in arguments.init]
        begun_from = [start.name for start in starts]
        networks = [start.network() for start in starts]
        networks = [network_unfolded(each, training) if each.folded else each for each in networks]
        network.load_state_dict(weights_mean([each.state_dict() for each in networks]))
    shares = class_shares(training)
    loss = loss_build(
        arguments.loss, class_weights(shares, arguments.class_power).to(device), arguments.dice_share
    )
    recipe = Recipe(
        seed=arguments.seed,
        batch=arguments.batch,
        rate=arguments.rate,
        decay=arguments.decay,
        steps=arguments.steps,
        minutes=arguments.minutes,
    )
    precision = precision_choose(arguments.precision, device)
    fit = Fit(network, training, recipe, loss, device, precision, Strength(plain=arguments.plain))
    if state is not None:
        fit.restore(state)

    print(
        f"{len(training)} frames to train on, {len(held_out)} held out; {sum(p.numel() for p in network.parameters())} "
        f"parameters on {device}, {arguments.threads} threads, {precision or torch.float32}; "
        + (f"{arguments.steps - fit.step} steps to go" if arguments.steps else f"{fit.minutes_left():.1f} minutes to go")
    )
    print("share of pixels: " + "  ".join(f"{n} {s:.4f}" for n, s in zip(spec["classes"], shares)))

    def facts() -> dict:
        return {
            "frames": len(training),
            "held_out_frames": len(held_out),
            "exams": dataset.exams,
            "dataset_seeds": dataset.seeds,
            "seed": arguments.seed,
            "steps": fit.step,
            "batch": arguments.batch,
            "images": fit.images,
            "epochs": round(fit.images / len(training), 2),
            "minutes": round(fit.seconds / 60, 2),
            "rate": arguments.rate,
            "loss": arguments.loss,
            "plain": arguments.plain,
            "begun_from": begun_from,
            "class_power": arguments.class_power,
            "precision": precision_name(precision),
            "device": device.type,
            "torch": torch.__version__,
            "validation": fit.history[-1] if fit.history else None,
        }

    def save() -> None:
        checkpoint_write(checkpoint_path, {"spec": spec, **fit.state(), "facts": facts()})

    def check(limit: int) -> None:
        dice = validate(fit.average.network, held_out, device, limit)
        fit.history.append({"step": fit.step, "dice": dice_record(spec["classes"], dice)})
        print(f"  held out: mean {np.nanmean(dice[1:6]):.3f} of five, {dice_line(spec['classes'], dice)}", flush=True)

    teller, saved = Teller(fit), time.perf_counter()
    for _ in fit.steps():
        teller.tell()
        now = time.perf_counter()
        if now - saved > arguments.checkpoint_minutes * 60 and fit.share_done() < 1:
            check(192)
            fit.seconds += time.perf_counter() - now
            save()
            saved = time.perf_counter()
            teller.restart()
    check(1000)
    save()
    print(f"wrote {checkpoint_path}; ship it with `npm run train:export`")
    return facts()


def main() -> int:
    arguments = arguments_parse(sys.argv[1:])
    try:
        print(json.dumps(train(arguments)))
    except (CheckpointError, DatasetError, ExportError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; go on from the last checkpoint with --resume", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
