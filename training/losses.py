"""What is minimised: soft Dice plus cross-entropy, and the counts that Dice is reported from."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional as F


def class_weights(shares: np.ndarray, power: float, largest: float = 4.0) -> torch.Tensor:
    """Weights of the cross-entropy per class: rarer classes count more, by share ** -power.

    `shares` are pixel shares per class (0-1). The weights are scaled so that their mean over all pixels
    is 1, and no class weighs more than `largest` times the background.
    """
    shares = np.maximum(np.asarray(shares, np.float64), 1e-5)
    weights = shares**-power
    weights = np.minimum(weights, weights[0] * largest)
    return torch.tensor(weights / np.sum(weights * shares), dtype=torch.float32)


def segmentation_loss(
    logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor, dice_share: float = 0.5
) -> torch.Tensor:
    """Weighted cross-entropy and soft Dice, `dice_share` of the latter.

    logits: N x C x H x W, target: N x H x W class indices (int64), weights: C.
    Dice is pooled over the batch, per class without the background, and only over classes that the batch
    holds: a class that is absent from the batch is taught by the cross-entropy alone.
    """
    log_probability = F.log_softmax(logits, dim=1)
    entropy = F.nll_loss(log_probability, target, weights, reduction="sum") / target.numel()
    if dice_share == 0:
        return entropy
    classes = logits.shape[1]
    probability = log_probability.exp()
    predicted = probability.sum(dim=(0, 2, 3))[1:]
    actual = torch.bincount(target.reshape(-1), minlength=classes)[1:].to(predicted.dtype)
    right = torch.gather(probability, 1, target.unsqueeze(1)).reshape(-1)
    both = torch.zeros(classes, dtype=predicted.dtype, device=logits.device)
    both = both.index_add(0, target.reshape(-1), right)[1:]
    present = actual > 0
    dice = (2 * both + 1) / (predicted + actual + 1)
    dice_loss = torch.where(present, 1 - dice, torch.zeros_like(dice)).sum() / present.sum().clamp(min=1)
    return (1 - dice_share) * entropy + dice_share * dice_loss


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
