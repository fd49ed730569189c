"""Dice of a network on held-out exams, with its interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from dataset import Part
from fit import inputs_of
from losses import confusion_count, dice_from_confusion

PAPER_CLASSES = slice(1, 6)
"""Rib, pleural line, A-line, B-line, confluence: what the mean is taken over."""

RESAMPLES = 500


@dataclass(frozen=True)
class Score:
    """Dice per class, background first (NaN: not there), the mean of the paper's five and its 95 % interval."""

    dice: np.ndarray
    mean: float
    interval: "tuple[float, float]"


@torch.no_grad()
def confusions_count(network: nn.Module, part: Part, device: torch.device, batch: int = 16) -> torch.Tensor:
    """Confusion of every exam of the part, exams x classes x classes (actual, predicted)."""
    network.eval()
    classes = len(part.dataset.classes)
    exams, places = np.unique(part.dataset.exam_of_frame[part.rows], return_inverse=True)
    confusion = torch.zeros(len(exams), classes, classes, dtype=torch.int64)
    for start in range(0, len(part), batch):
        picks = np.arange(start, min(start + batch, len(part)))
        frames, masks = part.batch(picks)
        inputs = inputs_of(network, part, picks, frames, device)
        predicted = network(inputs).argmax(1).cpu()
        for place, mine, truth in zip(places[start : start + batch], predicted, torch.from_numpy(masks)):
            confusion[place] += confusion_count(mine, truth, classes)
    return confusion


def score_of(confusion: torch.Tensor, seed: int = 1) -> Score:
    """Dice pooled over all pixels; the interval is from resampling whole exams."""
    counts = confusion.double().reshape(len(confusion), -1).numpy()
    classes = confusion.shape[-1]
    draws = np.random.default_rng(seed).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), RESAMPLES)
    pooled = (draws @ counts).reshape(-1, classes, classes)
    means = [mean_of(dice_from_confusion(torch.from_numpy(each))) for each in pooled]
    dice = dice_from_confusion(confusion.sum(0))
    low, high = np.nanquantile(means, (0.025, 0.975)) if np.isfinite(means).any() else (np.nan, np.nan)
    return Score(dice, mean_of(dice), (float(low), float(high)))


def mean_of(dice: np.ndarray) -> float:
    five = dice[PAPER_CLASSES]
    return float(np.nanmean(five)) if np.isfinite(five).any() else float("nan")
