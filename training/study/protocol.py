"""The paper's protocol on simulated frames: 450 images, its augmentation, its family of losses, two networks.

Known of Howell et al. 2024 from the paper and from the code published with it (github.com/ljhowell/LUS-Segmentation-RT):
fewer than 500 training images; the U-Net of `paper_unet.py`; horizontal flips, rotation, brightness, contrast, crops
of depth, eight time-gain stripes; cross-entropy, Dice, Tversky (0.7 missed, 0.3 extra), focal Tversky (power 3/4)
and their sums, a third of it cross-entropy; Adam, clipped gradients, a rate that falls when the validation loss no
longer does; about 12 minutes on a GPU.

Assumed here: which of the losses (a third of cross-entropy and two thirds of focal Tversky); the strength of each
change (that of `augment.py`, all others turned off; a rotation of the probe is a shift of the scan lines of a polar
frame); batch 8 and a highest rate of 1e-3 with the warm-up and cosine of the trainer, which need no plateau to be
found in a short run; no weight decay, so that AdamW is Adam.

Both networks get the same polar frames, 288 x 128 cells, and both are scored on those cells: what differs is the
network alone. The paper's fits any raster; polar frames cost it 56 % of what 256 x 256 Cartesian ones would, and
show it no black corners.
"""

from __future__ import annotations

from augment import FAMILIES, Strength, strength_without
from fit import Recipe
from network import Network
from study.asked import Asked
from study.frames import Data, parts_held_out, subset_nested
from study.paper_unet import FILTERS, PaperUnet
from study.run import Run

IMAGES = 450
MINUTES = 12
EPOCHS = 20
QUICK_FILTERS = (4, 6, 8, 10, 12)


def paper_strength() -> Strength:
    """The paper's changes alone, each as strong as in `augment.py`."""
    usual = Strength()
    kept = {name: getattr(usual, name) for name in ("flip", "depth_crop", "shift", "stripes", "tone")}
    return Strength(**{**vars(strength_without(*FAMILIES)), **kept})


def runs(asked: Asked, spec: dict, data: Data) -> "list[Run]":
    parts = parts_held_out(data.dataset)
    own = Recipe(minutes=MINUTES)
    filters = FILTERS
    images = IMAGES
    if asked.quick:
        filters, images = QUICK_FILTERS, 8
        own = asked.recipe(2)
    elif asked.minutes or asked.steps:
        own = asked.recipe(0)
    found = []
    for seed in range(1, asked.seeds + 1):
        training = subset_nested(parts.training, images, seed)

        def run(name: str, network, recipe: Recipe, **rest) -> Run:
            return Run(
                command=asked.command, name=name, seed=seed, network=network, trained_on=data, training=training,
                scored_on=data, scored=parts.scored, recipe=Recipe(**{**vars(recipe), "seed": seed}), **rest,
            )  # fmt: skip

        epochs = asked.epochs or EPOCHS
        paper = Recipe(steps=2, batch=2) if asked.quick else Recipe(
            steps=-(-epochs * images // 8), batch=8, rate=1e-3, decay=0.0
        )  # fmt: skip
        found += [
            run(
                "this network, the paper's changes and loss",
                lambda: Network(spec),
                own,
                loss="ce_focal_tversky",
                strength=paper_strength(),
            ),
            run("this network, its own changes and loss", lambda: Network(spec), own),
            run(
                "U-Net of Howell et al.",
                lambda: PaperUnet(len(spec["classes"]), filters),
                paper,
                loss="ce_focal_tversky",
                strength=paper_strength(),
            ),
        ]
    return found
