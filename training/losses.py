"""The loss that is minimised, and the counts that Dice is reported from.

Logits are N x C x H x W floats, targets N x H x W class indices (int64), class 0 the background. Sums over
pixels are pooled over the batch, and terms per class leave out classes that the batch does not hold: those are
taught by the cross-entropy alone.
"""

from __future__ import annotations

from functools import partial
from typing import Callable

import numpy as np
import torch
from torch.nn import functional as F

DISTANCE_REACH = 8
"""Cells beyond which the boundary term takes every place as equally far."""

SKELETON_STEPS = 5
"""Half the width in cells of what still shrinks to its middle line."""

THIN_CLASSES = (2, 3, 4)
"""Pleural line, A-line, B-line: what is a line rather than an area."""


def class_weights(shares: np.ndarray, power: float, largest: float = 4.0) -> torch.Tensor:
    """Weights of the cross-entropy per class: rarer classes count more, by share ** -power.

    `shares` are pixel shares per class (0-1). The weights are scaled so that their mean over all pixels
    is 1, and no class weighs more than `largest` times the background.
    """
    shares = np.maximum(np.asarray(shares, np.float64), 1e-5)
    weights = shares**-power
    weights = np.minimum(weights, weights[0] * largest)
    return torch.tensor(weights / np.sum(weights * shares), dtype=torch.float32)


def cross_entropy(log_probability: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    return F.nll_loss(log_probability, target, weights, reduction="sum") / target.numel()


def overlaps_count(
    probability: torch.Tensor, target: torch.Tensor
) -> "tuple[torch.Tensor, torch.Tensor, torch.Tensor]":
    """Per class the sums of p * g, p and g: what prediction p and truth g (0 or 1) share, and what each holds."""
    classes = probability.shape[1]
    predicted = probability.sum(dim=(0, 2, 3))
    actual = torch.bincount(target.reshape(-1), minlength=classes).to(predicted.dtype)
    right = torch.gather(probability, 1, target.unsqueeze(1)).reshape(-1)
    both = torch.zeros(classes, dtype=predicted.dtype, device=probability.device)
    return both.index_add(0, target.reshape(-1), right), predicted, actual


def mean_where(values: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
    """Mean of the values of present classes; 0 where none is."""
    return torch.where(present, values, torch.zeros_like(values)).sum() / present.sum().clamp(min=1)


def dice_loss(probability: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """1 - Dice, Dice = (2 sum(p g) + 1) / (sum(p) + sum(g) + 1), mean over the classes but the background."""
    both, predicted, actual = (values[1:] for values in overlaps_count(probability, target))
    return mean_where(1 - (2 * both + 1) / (predicted + actual + 1), actual > 0)


def segmentation_loss(
    logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor, dice_share: float = 0.5
) -> torch.Tensor:
    """Weighted cross-entropy and soft Dice, `dice_share` of the latter. `weights` holds one weight per class."""
    log_probability = F.log_softmax(logits, dim=1)
    entropy = cross_entropy(log_probability, target, weights)
    if dice_share == 0:
        return entropy
    return (1 - dice_share) * entropy + dice_share * dice_loss(log_probability.exp(), target)


def focal_tversky_loss(
    probability: torch.Tensor, target: torch.Tensor, missed: float = 0.7, extra: float = 0.3, power: float = 0.75
) -> torch.Tensor:
    """(1 - T) ** power, T the mean Tversky index of all classes, background included.

    T of a class = (TP + 1) / (TP + missed * FN + extra * FP + 1): Salehi et al. 2017 (arXiv:1706.05721). The
    power is 1 / gamma of Abraham and Khan 2019 (arXiv:1810.07842) with their gamma 4/3; taking it of the mean,
    the three numbers and the background are as in the code that Howell et al. published with their paper
    (github.com/ljhowell/LUS-Segmentation-RT).
    """
    both, predicted, actual = overlaps_count(probability, target)
    index = (both + 1) / (both + missed * (actual - both) + extra * (predicted - both) + 1)
    # Rounding may take T past 1, and the power has no slope at 0.
    return mean_where(1 - index, actual > 0).clamp(min=1e-6) ** power


def ce_focal_tversky_loss(logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """A third of cross-entropy and two thirds of focal Tversky, as in the code of Howell et al."""
    log_probability = F.log_softmax(logits, dim=1)
    focal = focal_tversky_loss(log_probability.exp(), target)
    return cross_entropy(log_probability, target, weights) / 3 + focal * 2 / 3


def distance_to(mask: torch.Tensor, reach: int = DISTANCE_REACH) -> torch.Tensor:
    """Euclidean distance in cells to the nearest place that the mask (... x H x W bool) holds, at most `reach`.

    Squared distances are minimised along one axis and then along the other (Felzenszwalb and Huttenlocher 2012,
    Theory of Computing 8:415), by brute force, since the reach is short. As bytes: reach at most 11.
    """
    nearest = torch.full(mask.shape, reach * reach, dtype=torch.uint8, device=mask.device)
    nearest[mask] = 0
    for axis in (-1, -2):
        before, nearest = nearest, nearest.clone()
        size = mask.shape[axis]
        for shift in range(1, min(reach, size)):
            lower, upper = (before.narrow(axis, start, size - shift) + shift * shift for start in (0, shift))
            behind, ahead = nearest.narrow(axis, shift, size - shift), nearest.narrow(axis, 0, size - shift)
            torch.minimum(behind, lower, out=behind)
            torch.minimum(ahead, upper, out=ahead)
    return nearest.float().sqrt()


def boundary_loss(probability: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Mean over the classes but the background of sum(phi p) / (sum(p) + sum(g)).

    phi is the distance in cells to the class's border, negative inside, divided by the reach: Kervadec et al. 2019
    (arXiv:1812.07032). There the sum is divided by the number of pixels; dividing by what is predicted and what is
    there gives a thin class the weight of a wide one. From about -1/2 to 1.
    """
    classes = torch.arange(1, probability.shape[1], device=target.device).reshape(1, -1, 1, 1)
    inside = target.unsqueeze(1) == classes
    signed = (distance_to(inside) - distance_to(~inside)) / DISTANCE_REACH
    far = (signed * probability[:, 1:]).sum(dim=(0, 2, 3))
    actual = inside.sum(dim=(0, 2, 3))
    return mean_where(far / (probability[:, 1:].sum(dim=(0, 2, 3)) + actual + 1), actual > 0)


def soft_erode(x: torch.Tensor) -> torch.Tensor:
    """Smallest value of the cross of five cells."""
    upright = -F.max_pool2d(-x, (3, 1), stride=1, padding=(1, 0))
    across = -F.max_pool2d(-x, (1, 3), stride=1, padding=(0, 1))
    return torch.minimum(upright, across)


def soft_skeleton(x: torch.Tensor, steps: int = SKELETON_STEPS) -> torch.Tensor:
    """Middle lines of soft masks (N x C x H x W, 0-1): algorithm 1 of Shit et al. 2021 (arXiv:2003.07311)."""

    def ridge(value: torch.Tensor, eroded: torch.Tensor) -> torch.Tensor:
        return F.relu(value - F.max_pool2d(eroded, 3, stride=1, padding=1))

    eroded = soft_erode(x)
    skeleton = ridge(x, eroded)
    for _ in range(steps):
        x, eroded = eroded, soft_erode(eroded)
        skeleton = skeleton + (1 - skeleton) * ridge(x, eroded)
    return skeleton


def cldice_loss(probability: torch.Tensor, target: torch.Tensor, classes: "tuple[int, ...]" = THIN_CLASSES) -> torch.Tensor:
    """1 - clDice of thin classes: Shit et al. 2021 (arXiv:2003.07311), equations 1 and 2, sums plus 1.

    clDice is the harmonic mean of the share of the predicted middle line that lies in the truth and of the share of
    the true middle line that is predicted.
    """
    wanted = torch.tensor(classes, device=target.device).reshape(1, -1, 1, 1)
    truth = (target.unsqueeze(1) == wanted).to(probability.dtype)
    predicted = probability[:, list(classes)]
    line, true_line = soft_skeleton(predicted), soft_skeleton(truth)
    over = (0, 2, 3)
    precise = ((line * truth).sum(over) + 1) / (line.sum(over) + 1)
    found = ((true_line * predicted).sum(over) + 1) / (true_line.sum(over) + 1)
    return mean_where(1 - 2 * precise * found / (precise + found), truth.sum(over) > 0)


def dice_ce_and(
    term: "Callable[[torch.Tensor, torch.Tensor], torch.Tensor]",
    share: float,
    logits: torch.Tensor,
    target: torch.Tensor,
    weights: torch.Tensor,
) -> torch.Tensor:
    """Half cross-entropy, half Dice, of which `share` gives way to another term."""
    log_probability = F.log_softmax(logits, dim=1)
    probability = log_probability.exp()
    usual = (cross_entropy(log_probability, target, weights) + dice_loss(probability, target)) / 2
    return (1 - share) * usual + share * term(probability, target)


LOSSES = {
    "dice_ce": segmentation_loss,
    "ce_focal_tversky": ce_focal_tversky_loss,
    "dice_ce_boundary": partial(dice_ce_and, boundary_loss, 0.25),
    "dice_ce_cldice": partial(dice_ce_and, cldice_loss, 0.25),
}
"""By name: of logits, target and the class weights of the cross-entropy."""


def loss_build(
    name: str, weights: torch.Tensor, dice_share: float = 0.5
) -> "Callable[[torch.Tensor, torch.Tensor], torch.Tensor]":
    """One of LOSSES, of logits and target. `dice_share` (0-1) is heeded by dice_ce alone."""
    if name == "dice_ce":
        return partial(segmentation_loss, weights=weights, dice_share=dice_share)
    return partial(LOSSES[name], weights=weights)


def confusion_count(predicted: torch.Tensor, target: torch.Tensor, classes: int) -> torch.Tensor:
    """Pixels per (actual, predicted) class, classes x classes int64."""
    joint = target.reshape(-1).long() * classes + predicted.reshape(-1).long()
    return torch.bincount(joint, minlength=classes * classes).reshape(classes, classes)


def dice_from_confusion(confusion: torch.Tensor) -> np.ndarray:
    """Dice per class over all counted pixels; NaN for a class that is neither there nor predicted."""
    counts = confusion.double().cpu().numpy()
    total = counts.sum(0) + counts.sum(1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(total > 0, 2 * np.diag(counts) / total, np.nan)
