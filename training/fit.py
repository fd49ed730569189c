"""The training loop, shared by `npm run train` and `npm run study`: one `Fit` per network that is trained."""

from __future__ import annotations

import copy
import math
import time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterator

import numpy as np
import torch
from torch import nn

from augment import Augment, Strength, frames_plain
from dataset import DatasetError, Part
from losses import confusion_count, dice_from_confusion
from network import Network

WARM_UP_SHARE = 0.04
LAST_RATE_SHARE = 0.01

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
"""Of logits (N x C x H x W float) and target (N x H x W int64), a scalar."""


@dataclass(frozen=True)
class Recipe:
    """How a network is trained. Without `steps` the budget is `minutes` of wall time."""

    seed: int = 1
    batch: int = 16
    rate: float = 4e-3
    decay: float = 1e-2
    steps: "int | None" = None
    minutes: float = 40


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


def precision_name(precision: "torch.dtype | None") -> str:
    return str(precision or torch.float32).replace("torch.", "")


def rate_at(share: float, highest: float) -> float:
    """Learning rate after `share` (0-1) of the budget: a linear warm-up, then half a cosine."""
    if share < WARM_UP_SHARE:
        return highest * (0.05 + 0.95 * share / WARM_UP_SHARE)
    down = 0.5 * (1 + math.cos(math.pi * min(1, (share - WARM_UP_SHARE) / (1 - WARM_UP_SHARE))))
    return highest * (LAST_RATE_SHARE + (1 - LAST_RATE_SHARE) * down)


class Average:
    """Exponential moving average of the weights and batch-norm statistics; this is what is shipped."""

    def __init__(self, network: nn.Module, decay: float = 0.998) -> None:
        self.network = copy.deepcopy(network).eval()
        self.decay = decay
        self.updates = 0

    @torch.no_grad()
    def update(self, network: nn.Module) -> None:
        self.updates += 1
        keep = min(self.decay, self.updates / (self.updates + 9))
        for mine, theirs in zip(self.network.state_dict().values(), network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - keep)
            else:
                mine.copy_(theirs)


class Order:
    """Places (0 .. count-1) in random order without end, each once before any comes again."""

    def __init__(self, count: int, seed: "list[int]") -> None:
        self.count = count
        self.random = np.random.default_rng(seed)
        self.waiting = np.empty(0, np.int64)

    def take(self, size: int) -> np.ndarray:
        while len(self.waiting) < size:
            self.waiting = np.concatenate([self.waiting, self.random.permutation(self.count)])
        taken, self.waiting = self.waiting[:size], self.waiting[size:]
        return np.sort(taken)


def inputs_of(network: nn.Module, part: Part, picks: np.ndarray, frames: np.ndarray, device: torch.device) -> torch.Tensor:
    """The network's input, unchanged: grey, and the widths of cells if it has a second channel for them."""
    cells = part.cells(picks) if channels_of(network) == 2 else None
    return frames_plain(frames, cells, device).contiguous(memory_format=torch.channels_last)


def channels_of(network: nn.Module) -> int:
    """Channels of the input: 1 for grey alone."""
    return network.spec["input"]["channels"] if isinstance(network, Network) else 1


@torch.no_grad()
def validate(network: nn.Module, part: Part, device: torch.device, limit: int) -> np.ndarray:
    """Dice per class, pooled over the pixels of up to `limit` frames spread over the part, without changes."""
    picks = np.unique(np.linspace(0, len(part) - 1, min(limit, len(part))).astype(np.int64))
    classes = len(part.dataset.classes)
    confusion = torch.zeros(classes, classes, dtype=torch.int64, device=device)
    for start in range(0, len(picks), 16):
        frames, masks = part.batch(picks[start : start + 16])
        inputs = inputs_of(network, part, picks[start : start + 16], frames, device)
        predicted = network(inputs).argmax(1)
        confusion += confusion_count(predicted, torch.from_numpy(masks).to(device), classes)
    return dice_from_confusion(confusion)


def dice_record(classes: "list[str]", dice: np.ndarray) -> "dict[str, float | None]":
    """Dice per class without the background, as it is stored; None for a class that is not there."""
    return {n: None if math.isnan(v) else round(float(v), 4) for n, v in zip(classes[1:], dice[1:])}


class Fit:
    """A network under training, with the average of its weights, its optimiser and how far it has come."""

    def __init__(
        self,
        network: nn.Module,
        part: Part,
        recipe: Recipe,
        loss: Loss,
        device: torch.device,
        precision: "torch.dtype | None",
        strength: Strength = Strength(),
    ) -> None:
        self.network = network.to(device).to(memory_format=torch.channels_last)
        self.part, self.recipe, self.loss = part, recipe, loss
        self.device, self.precision, self.strength = device, precision, strength
        self.average = Average(self.network)
        trained = [weight for weight in self.network.parameters() if weight.requires_grad]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": [weight for weight in trained if weight.ndim > 1], "weight_decay": recipe.decay},
                {"params": [weight for weight in trained if weight.ndim <= 1], "weight_decay": 0.0},
            ],
            lr=recipe.rate,
        )
        self.step, self.images, self.seconds = 0, 0, 0.0
        self.history: "list[dict]" = []
        self.smooth_loss = math.nan

    def state(self) -> dict:
        """All that a checkpoint needs to go on."""
        return {
            "network": self.network.state_dict(),
            "average": self.average.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "images": self.images,
            "seconds": self.seconds,
            "history": self.history,
        }

    def restore(self, state: dict) -> None:
        self.network.load_state_dict(state["network"])
        self.average.network.load_state_dict(state["average"])
        self.average.updates = state["step"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.images, self.seconds = state["step"], state["images"], state["seconds"]
        self.history = state["history"]

    def share_done(self) -> float:
        """Share of the budget that is spent, 0-1."""
        if self.recipe.steps:
            return self.step / self.recipe.steps
        return self.seconds / (self.recipe.minutes * 60)

    def minutes_left(self) -> float:
        if self.recipe.steps:
            return self.seconds / self.step * (self.recipe.steps - self.step) / 60 if self.step else math.nan
        return max(0.0, self.recipe.minutes - self.seconds / 60)

    def steps(self) -> Iterator[None]:
        """Trains until the budget is spent and pauses after every step, for the caller to check or save.

        Time that the caller takes is not counted; add it to `seconds` where it belongs to the budget.

        Raises DatasetError when the loss is no longer a number.
        """
        # A resumed run must not see the same draws again.
        augment = Augment(self.recipe.seed * 1_000_003 + self.step, self.device, self.strength)
        order = Order(len(self.part), [self.recipe.seed, self.step])
        trained = [weight for weight in self.network.parameters() if weight.requires_grad]
        while self.share_done() < 1:
            begun = time.perf_counter()
            self.network.train()
            picks = order.take(self.recipe.batch)
            frames, masks = self.part.batch(picks)
            cells = self.part.cells(picks) if channels_of(self.network) == 2 else None
            grey, target = augment(frames, masks, cells)
            grey = grey.contiguous(memory_format=torch.channels_last)
            for group in self.optimizer.param_groups:
                group["lr"] = rate_at(self.share_done(), self.recipe.rate)
            with torch.autocast(self.device.type, self.precision) if self.precision else nullcontext():
                logits = self.network(grey)
            loss = self.loss(logits.float(), target)
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            self.optimizer.step()
            self.average.update(self.network)
            self.step += 1
            self.images += len(frames)
            value = float(loss.detach())
            if not math.isfinite(value):
                raise DatasetError(f"The loss is no longer a number at step {self.step}: try a lower --rate.")
            self.smooth_loss = value if math.isnan(self.smooth_loss) else 0.97 * self.smooth_loss + 0.03 * value
            self.seconds += time.perf_counter() - begun
            yield


class Teller:
    """Prints how far a fit has come, every 15 seconds and at its end."""

    EVERY_SECONDS = 15

    def __init__(self, fit: Fit) -> None:
        self.fit = fit
        self.restart()

    def restart(self) -> None:
        """Leaves out of the pace what happened since the last line, such as a check."""
        self.at, self.images = time.perf_counter(), self.fit.images

    def tell(self, note: str = "") -> None:
        fit, now = self.fit, time.perf_counter()
        if now - self.at <= self.EVERY_SECONDS and fit.share_done() < 1:
            return
        print(
            f"{fit.seconds / 60:5.1f} min  step {fit.step}  epoch {fit.images / len(fit.part):.2f}  "
            f"loss {fit.smooth_loss:.4f}  {(fit.images - self.images) / max(1e-9, now - self.at):.0f} images/s  "
            f"{fit.minutes_left():.1f} min left{note}",
            flush=True,
        )
        self.restart()
