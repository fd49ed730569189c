"""Trains the network of models/network.json on simulated frames within a budget of minutes.

    npm run train -- --data .cache/dataset --minutes 40
    npm run train -- --data .cache/dataset --minutes 40 --resume

The checkpoint (.work/training/last.pt) is written every few minutes and at the end, whole or not at all.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import os
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import torch

from augment import Augment
from checkpoint import NEEDED, RESUMED, CheckpointError, checkpoint_read, checkpoint_write
from dataset import Dataset, DatasetError, Part, class_shares
from losses import class_weights, confusion_count, dice_from_confusion, segmentation_loss
from network import ROOT, Network, spec_read

WARM_UP_SHARE = 0.04
LAST_RATE_SHARE = 0.01


def arguments_parse(argv: "list[str]") -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="npm run train --", description=__doc__.splitlines()[0])
    parser.add_argument("--data", nargs="+", required=True, help="folders written by `npm run dataset`")
    parser.add_argument("--minutes", type=float, default=40, help="budget, earlier runs that are resumed included")
    parser.add_argument("--steps", type=int, help="budget in steps instead of minutes: the same on any machine")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=4e-3, help="highest learning rate")
    parser.add_argument("--decay", type=float, default=1e-2, help="weight decay of AdamW")
    parser.add_argument("--dice-share", type=float, default=0.5, help="share of Dice in the loss")
    parser.add_argument(
        "--class-power", type=float, default=0.0, help="rare classes weigh share ** -power in the cross-entropy; 0: alike"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default=str(ROOT / ".work" / "training"), help="folder for the checkpoint")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    parser.add_argument("--init", help="start from the weights of another checkpoint, with a fresh schedule")
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
    return arguments


def precision_choose(asked: str, device: torch.device) -> "torch.dtype | None":
    """bfloat16 where the hardware multiplies it natively; None stands for plain float32."""
    if asked == "float32":
        return None
    if asked == "bfloat16":
        return torch.bfloat16
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else None
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf8")
    except OSError:
        return None
    return torch.bfloat16 if "avx512_bf16" in flags or "amx_bf16" in flags else None


def rate_at(share: float, highest: float) -> float:
    """Learning rate after `share` (0-1) of the budget: a linear warm-up, then half a cosine."""
    if share < WARM_UP_SHARE:
        return highest * (0.05 + 0.95 * share / WARM_UP_SHARE)
    down = 0.5 * (1 + math.cos(math.pi * min(1, (share - WARM_UP_SHARE) / (1 - WARM_UP_SHARE))))
    return highest * (LAST_RATE_SHARE + (1 - LAST_RATE_SHARE) * down)


class Average:
    """Exponential moving average of the weights and batch-norm statistics; this is what is shipped."""

    def __init__(self, network: Network, decay: float = 0.998) -> None:
        self.network = copy.deepcopy(network).eval()
        self.decay = decay
        self.updates = 0

    @torch.no_grad()
    def update(self, network: Network) -> None:
        self.updates += 1
        keep = min(self.decay, self.updates / (self.updates + 9))
        for mine, theirs in zip(self.network.state_dict().values(), network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - keep)
            else:
                mine.copy_(theirs)


def inputs_of(frames: np.ndarray, device: torch.device) -> torch.Tensor:
    grey = torch.from_numpy(frames).to(device).float().div_(255).unsqueeze(1)
    return grey.contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def validate(network: Network, part: Part, device: torch.device, limit: int) -> np.ndarray:
    """Dice per class, pooled over the pixels of up to `limit` frames spread over the part, without changes."""
    picks = np.unique(np.linspace(0, len(part) - 1, min(limit, len(part))).astype(np.int64))
    classes = len(part.dataset.classes)
    confusion = torch.zeros(classes, classes, dtype=torch.int64, device=device)
    for start in range(0, len(picks), 16):
        frames, masks = part.batch(picks[start : start + 16])
        predicted = network(inputs_of(frames, device)).argmax(1)
        confusion += confusion_count(predicted, torch.from_numpy(masks).to(device), classes)
    return dice_from_confusion(confusion)


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

    network = Network(spec).to(device).to(memory_format=torch.channels_last)
    checkpoint_path = Path(arguments.out) / "last.pt"
    source = Path(arguments.init) if arguments.init else checkpoint_path if arguments.resume else None
    state = None
    if source is not None:
        state = checkpoint_read(source, spec, device, NEEDED if arguments.init else (*NEEDED, *RESUMED))
        network.load_state_dict(state["average" if arguments.init else "network"])
    average = Average(network)
    decayed = [weight for weight in network.parameters() if weight.ndim > 1]
    plain = [weight for weight in network.parameters() if weight.ndim <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": arguments.decay}, {"params": plain, "weight_decay": 0.0}],
        lr=arguments.rate,
    )
    step, images, spent, history = 0, 0, 0.0, []
    if arguments.resume and state is not None:
        average.network.load_state_dict(state["average"])
        average.updates = state["step"]
        optimizer.load_state_dict(state["optimizer"])
        step, images, spent, history = state["step"], state["images"], state["seconds"], state["history"]

    shares = class_shares(training)
    weights = class_weights(shares, arguments.class_power).to(device)
    precision = precision_choose(arguments.precision, device)
    # A resumed run must not see the same draws again.
    augment = Augment(arguments.seed * 1_000_003 + step, device)
    order_random = np.random.default_rng([arguments.seed, step])

    def share_done() -> float:
        return step / arguments.steps if arguments.steps else spent / (arguments.minutes * 60)

    def minutes_left() -> float:
        if arguments.steps:
            return spent / step * (arguments.steps - step) / 60 if step else math.nan
        return max(0.0, arguments.minutes - spent / 60)

    print(
        f"{len(training)} frames to train on, {len(held_out)} held out; {sum(p.numel() for p in network.parameters())} "
        f"parameters on {device}, {arguments.threads} threads, {precision or torch.float32}; "
        + (f"{arguments.steps - step} steps to go" if arguments.steps else f"{minutes_left():.1f} minutes to go")
    )
    print("share of pixels: " + "  ".join(f"{n} {s:.4f}" for n, s in zip(spec["classes"], shares)))

    def facts() -> dict:
        return {
            "frames": len(training),
            "held_out_frames": len(held_out),
            "exams": dataset.exams,
            "dataset_seeds": dataset.seeds,
            "seed": arguments.seed,
            "steps": step,
            "batch": arguments.batch,
            "images": images,
            "epochs": round(images / len(training), 2),
            "minutes": round(spent / 60, 2),
            "rate": arguments.rate,
            "class_power": arguments.class_power,
            "precision": str(precision or torch.float32).replace("torch.", ""),
            "device": device.type,
            "torch": torch.__version__,
            "validation": history[-1] if history else None,
        }

    def save() -> None:
        checkpoint_write(
            checkpoint_path,
            {
                "spec": spec,
                "network": network.state_dict(),
                "average": average.network.state_dict(),
                "optimizer": optimizer.state_dict(),
                "step": step,
                "images": images,
                "seconds": spent,
                "history": history,
                "facts": facts(),
            },
        )

    def check(limit: int) -> None:
        dice = validate(average.network, held_out, device, limit)
        history.append(
            {
                "step": step,
                "dice": {
                    n: None if math.isnan(v) else round(float(v), 4) for n, v in zip(spec["classes"][1:], dice[1:])
                },
            }
        )
        print(f"  held out: mean {np.nanmean(dice[1:6]):.3f} of five, {dice_line(spec['classes'], dice)}", flush=True)

    order, place = order_random.permutation(len(training)), 0
    said = saved = time.perf_counter()
    said_images, running = images, None
    network.train()
    while share_done() < 1:
        begun = time.perf_counter()
        if place + arguments.batch > len(order):
            order, place = order_random.permutation(len(training)), 0
        frames, masks = training.batch(np.sort(order[place : place + arguments.batch]))
        place += arguments.batch
        grey, target = augment(frames, masks)
        grey = grey.contiguous(memory_format=torch.channels_last)
        for group in optimizer.param_groups:
            group["lr"] = rate_at(share_done(), arguments.rate)
        with torch.autocast(device.type, precision) if precision else nullcontext():
            logits = network(grey)
        loss = segmentation_loss(logits.float(), target, weights, arguments.dice_share)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        average.update(network)
        step += 1
        images += len(frames)
        value = float(loss.detach())
        if not math.isfinite(value):
            raise DatasetError(f"The loss is no longer a number at step {step}: try a lower --rate.")
        running = value if running is None else 0.97 * running + 0.03 * value
        now = time.perf_counter()
        spent += now - begun
        if now - said > 15 or share_done() >= 1:
            print(
                f"{spent / 60:5.1f} min  step {step}  epoch {images / len(training):.2f}  loss {running:.4f}  "
                f"{(images - said_images) / (now - said):.0f} images/s  {minutes_left():.1f} min left",
                flush=True,
            )
            said, said_images = now, images
        if now - saved > arguments.checkpoint_minutes * 60 and share_done() < 1:
            check(192)
            spent += time.perf_counter() - now
            save()
            said = saved = time.perf_counter()
            said_images = images
    check(1000)
    save()
    print(f"wrote {checkpoint_path}; ship it with `npm run train:export`")
    return facts()


def main() -> int:
    arguments = arguments_parse(sys.argv[1:])
    try:
        print(json.dumps(train(arguments)))
    except (CheckpointError, DatasetError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; go on from the last checkpoint with --resume", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
