"""Changes frames the way probes, operators, machines and recorders do; batched, on any torch device.

A batch is n x height x width bytes of grey with masks, on the polar raster: rows are depths, columns scan
lines. Parameters are drawn from a NumPy generator, so a run can be repeated; pixels are worked on by torch.

In order: gain stripes in depth (time-gain compensation), shadows and poor contact across the scan lines;
brightness, contrast and gamma; one resampling for flip, depth (crop and rescale), near-field crop, narrower
probes, tilt, and a sector that was found a few per cent wrong; sides cut off; black level and noise; device
overlays; blur or sharpening; 8 x 8 block compression. After Howell et al. 2024 (flip, rotation, brightness,
contrast, depth, time-gain stripes); a rotation of the probe is a shift of the scan lines here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch.nn import functional as F

CELL_MM_FULL = 3.0
"""Width of a cell in mm that the second channel shows as 1 (`CELL_MM_FULL` in network-view.ts)."""

FIELD_STEP = 4
"""Pixels between the points at which the gain fields are computed."""

# Quantisation of the luminance in JPEG (ITU-T T.81, table K.1).
JPEG_TABLE = np.array(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ],
    np.float32,
)


@dataclass(frozen=True)
class Strength:
    """Probabilities (0-1) and ranges of each change; `plain` is the share of frames that are left as they are."""

    plain: float = 0.0
    flip: float = 0.5
    depth_crop: float = 0.4
    near_crop: float = 0.15
    narrow: float = 0.35
    shift: float = 0.05
    tilt: float = 0.5
    sector_error: float = 0.03
    scale_error: float = 0.06
    cut: float = 0.2
    stripes: float = 0.4
    shadow: float = 0.3
    poor_contact: float = 0.12
    tone: float = 0.9
    lift: float = 0.3
    noise: float = 0.4
    overlay: float = 0.3
    blur: float = 0.3
    sharpen: float = 0.12
    compression: float = 0.3


FAMILIES = {
    "flip": ("flip",),
    "depth": ("depth_crop", "near_crop"),
    "probe": ("narrow", "shift", "tilt"),
    "sector": ("sector_error", "scale_error", "cut"),
    "gain": ("stripes", "shadow", "poor_contact"),
    "tone": ("tone", "lift"),
    "noise": ("noise",),
    "overlay": ("overlay",),
    "sharpness": ("blur", "sharpen"),
    "compression": ("compression",),
}
"""Changes that belong together, by the names of what sets their strength."""


def strength_without(*families: str) -> Strength:
    """The usual strength with some of FAMILIES turned off; with all of them frames stay as they are."""
    return replace(Strength(), **{name: 0.0 for family in families for name in FAMILIES[family]})


class Augment:
    """Call with a batch of bytes; gives frames (n x 1 x height x width, 0-1) and masks (n x height x width int64).

    With the widths of cells (n x 2, mm at the face and at the bottom) frames have them as a second channel. Frames
    that are left as they are come first.
    """

    def __init__(self, seed: int, device: "torch.device | str" = "cpu", strength: Strength = Strength()) -> None:
        self.random = np.random.default_rng(seed)
        self.device = torch.device(device)
        self.strength = strength
        self.sprites = [torch.from_numpy(sprite).to(self.device) for sprite in sprites_draw(self.random, 96)]
        # Noise is cut out of one large sheet at random places: drawing it afresh costs more than everything else.
        sheet = self.random.standard_normal((1024, 1024)).astype(np.float32)
        self.noise_sheet = torch.from_numpy(sheet).to(self.device)
        self.dct = torch.from_numpy(dct_matrix(8)).to(self.device)
        self.jpeg_table = torch.from_numpy(JPEG_TABLE).to(self.device)

    def __call__(
        self, frames: np.ndarray, masks: np.ndarray, cells: "np.ndarray | None" = None
    ) -> "tuple[torch.Tensor, torch.Tensor]":
        if self.strength.plain == 0:
            return self.changed(frames, masks, cells)
        kept = self.random.random(len(frames)) < self.strength.plain
        parts = [
            work(frames[some], masks[some], None if cells is None else cells[some])
            for work, some in ((self.unchanged, kept), (self.changed, ~kept))
            if some.any()
        ]
        grey, target = (torch.cat(same) for same in zip(*parts))
        return grey, target

    def unchanged(
        self, frames: np.ndarray, masks: np.ndarray, cells: "np.ndarray | None"
    ) -> "tuple[torch.Tensor, torch.Tensor]":
        return frames_plain(frames, cells, self.device), torch.from_numpy(masks).to(self.device).long()

    def changed(
        self, frames: np.ndarray, masks: np.ndarray, cells: "np.ndarray | None"
    ) -> "tuple[torch.Tensor, torch.Tensor]":
        grey = self.tone(torch.from_numpy(frames).to(self.device).unsqueeze(1))
        # Class + 1 in the image and 0 beyond its border: one map to move instead of two.
        labels = torch.from_numpy(masks).to(self.device).unsqueeze(1).float() + 1
        self.gain_fields(grey, labels)
        grey, labels, rows = self.warp(grey, labels, cells)
        labels = labels * self.uncut(labels)
        inside = labels.clamp(max=1)
        grey = self.floor_and_noise(grey)
        grey = self.overlays(grey)
        grey = self.blur(grey)
        grey = self.compress(grey)
        grey = (grey * inside).clamp_(0, 255).div_(255)
        if rows is not None:
            grey = torch.cat((grey, cells_channel(rows, grey.shape[-1])), 1)
        return grey, (labels - inside).squeeze(1).long()

    def uniform(self, low: float, high: float, *shape: int) -> torch.Tensor:
        return torch.from_numpy(self.random.uniform(low, high, shape).astype(np.float32)).to(self.device)

    def chosen(self, count: int, probability: float) -> torch.Tensor:
        """1 with the given probability, else 0; count x 1 x 1 x 1."""
        return (self.uniform(0, 1, count, 1, 1, 1) < probability).float()

    def subset(self, count: int, probability: float) -> torch.Tensor:
        """Places in the batch that were picked with the given probability."""
        return torch.from_numpy(np.flatnonzero(self.random.random(count) < probability)).to(self.device)

    def gain_fields(self, grey: torch.Tensor, labels: torch.Tensor) -> None:
        """Adds grey levels (the image is logarithmic, so a gain is a sum) along depth and across scan lines.

        Works in place on some frames of the batch. Where a shadow leaves nothing to be seen, the label goes too.
        """
        s = self.strength
        stripes, shadow, contact = (
            self.random.random(len(grey)) < probability for probability in (s.stripes, s.shadow, s.poor_contact)
        )
        picked = np.flatnonzero(stripes | shadow | contact)
        if not len(picked):
            return
        places = torch.from_numpy(picked).to(self.device)
        stripes, shadow, contact = (
            torch.from_numpy(on[picked].astype(np.float32)).to(self.device).reshape(-1, 1, 1, 1)
            for on in (stripes, shadow, contact)
        )
        n, (height, width) = len(picked), grey.shape[-2:]
        depth = places_of(height // FIELD_STEP, grey.device).reshape(1, 1, -1, 1)
        lateral = 2 * places_of(width // FIELD_STEP, grey.device).reshape(1, 1, 1, -1) - 1
        field = stripes * self.uniform(-45, 45, n, 1, 1, 1) * (depth - 0.4)
        for _ in range(3):
            centre, spread = self.uniform(0, 1, n, 1, 1, 1), self.uniform(0.02, 0.15, n, 1, 1, 1)
            field = field + stripes * self.uniform(-32, 32, n, 1, 1, 1) * torch.exp(-(((depth - centre) / spread) ** 2))
        for _ in range(2):
            centre, spread = self.uniform(-1, 1, n, 1, 1, 1), self.uniform(0.03, 0.3, n, 1, 1, 1)
            start = self.uniform(-0.1, 0.35, n, 1, 1, 1)
            below = ((depth - start) / 0.06).clamp(0, 1)
            dark = torch.exp(-(((lateral - centre) / spread) ** 4))
            field = field - shadow * self.uniform(15, 130, n, 1, 1, 1) * dark * below
        side = self.chosen(n, 0.5) * 2 - 1
        edge = self.uniform(-0.2, 0.9, n, 1, 1, 1)
        field = field - contact * self.uniform(60, 220, n, 1, 1, 1) * torch.sigmoid((lateral * side - edge) / 0.06)

        some = grey[places]
        gone = (F.max_pool2d(some, FIELD_STEP) + field < 25) & (field < -40)
        hidden = F.interpolate(gone.float(), size=(height, width), mode="nearest")
        seen = labels[places]
        labels[places] = torch.where(hidden > 0, seen.clamp(max=1), seen)
        wide = F.interpolate(field, size=(height, width), mode="bilinear", align_corners=False)
        # A black pixel has no echo to amplify.
        grey[places] = (some + wide * (some / 40).clamp_(max=1)).clamp_(0, 255)

    def tone(self, frames: torch.Tensor) -> torch.Tensor:
        """Brightness, contrast and gamma as one table of 256 levels per frame; bytes to float 0-255."""
        n = len(frames)
        level = torch.arange(256, device=self.device, dtype=torch.float32) / 255
        on = self.chosen(n, self.strength.tone).reshape(n, 1)
        gamma = torch.exp(on * self.uniform(-0.5, 0.5, n, 1))
        contrast = torch.exp(on * self.uniform(-0.45, 0.4, n, 1))
        gain = torch.exp(on * self.uniform(-0.55, 0.4, n, 1))
        table = level.unsqueeze(0) ** gamma
        table = (((table - 0.4) * contrast + 0.4) * gain).clamp(0, 1) * 255
        # Black stays black: the floor has a change of its own.
        table = table - table[:, :1] * (1 - level)
        return torch.gather(table, 1, frames.reshape(n, -1).long()).reshape(frames.shape)

    def warp(
        self, grey: torch.Tensor, labels: torch.Tensor, cells: "np.ndarray | None"
    ) -> "tuple[torch.Tensor, torch.Tensor, torch.Tensor | None]":
        """One resampling; bilinear for grey, nearest for labels. Third, each row's width of a cell in mm (n x height).

        From output to input, lateral x from -1 to 1 and depth y from 0 to 1:
        x' = mirror * x * (across + widen * y) + shift + lean * y
        y' = near + y * down + tilt * x + bend * x^2
        A wrong apex widens with depth and bends; a wrong face, depth or edge shifts and scales.
        """
        n, (height, width) = len(grey), grey.shape[-2:]
        s = self.strength

        def some(probability: float) -> torch.Tensor:
            return (self.uniform(0, 1, n) < probability).float()

        error = s.sector_error
        mirror = 1 - 2 * some(s.flip)
        near = some(s.near_crop) * self.uniform(0.03, 0.2, n)
        down = (1 - near) / (1 + some(s.depth_crop) * self.uniform(0, 0.8, n))
        down = down * (1 + self.uniform(-error, error, n))
        near = near + self.uniform(-error, error, n) / 2
        narrow = some(s.narrow) * self.uniform(0, 0.4, n)
        across = 1 - narrow + self.uniform(-error, error, n)
        # A narrower probe's view may lie anywhere in that of the wide one.
        shift = narrow * self.uniform(-1, 1, n) + self.uniform(-s.shift, s.shift, n)
        widen = self.uniform(-error, error, n)
        lean = self.uniform(-error, error, n)
        tilt = some(s.tilt) * self.uniform(-0.05, 0.05, n) + self.uniform(-error, error, n) / 2
        bend = some(s.tilt) * self.uniform(-0.04, 0.04, n) + self.uniform(-error, error, n) / 2
        mirror, near, down, across, shift, widen, lean, tilt, bend = (
            value.reshape(-1, 1, 1) for value in (mirror, near, down, across, shift, widen, lean, tilt, bend)
        )
        x = 2 * places_of(width, grey.device).reshape(1, 1, -1) - 1
        y = places_of(height, grey.device).reshape(1, -1, 1)
        lateral = (mirror * x) * (across + widen * y) + (shift + lean * y)
        depth = (near + down * y) + (tilt * x + bend * x * x)
        grid = torch.stack((lateral, 2 * depth - 1), 3)
        warped = F.grid_sample(grey, grid, mode="bilinear", padding_mode="border", align_corners=False)
        moved = F.grid_sample(labels, grid, mode="nearest", padding_mode="zeros", align_corners=False)
        if cells is None:
            return warped, moved, None
        first, last = (torch.from_numpy(cells[:, end]).to(self.device).reshape(-1, 1) for end in (0, 1))
        widths = first + (last - first) * (near + down * y).squeeze(2)
        widths = widths * (across + widen * y).squeeze(2)
        # Nobody tells the scale exactly, of a recording least of all.
        return warped, moved, widths * torch.exp(self.uniform(-1, 1, n, 1) * s.scale_error)

    def uncut(self, labels: torch.Tensor) -> torch.Tensor:
        """1 where the picture reaches, 0 beyond its sides: a picture that is narrower than the fan cuts it off.

        Its sides are upright lines, which a fan of radius r (in depths) meets at x * (r + y) = constant.
        """
        n, (height, width) = len(labels), labels.shape[-2:]
        x = 2 * places_of(width, labels.device).reshape(1, 1, 1, -1) - 1
        y = places_of(height, labels.device).reshape(1, 1, -1, 1)
        radius = self.uniform(0.2, 1.2, n, 1, 1, 1)
        aside = x * (radius + y) / (radius + 1)
        left, right = (1 - self.chosen(n, self.strength.cut) * self.uniform(0, 0.5, n, 1, 1, 1) for _ in range(2))
        return ((aside > -left) & (aside < right)).float()

    def floor_and_noise(self, grey: torch.Tensor) -> torch.Tensor:
        """Lifts the black level and adds electronic noise, fine or a few pixels wide."""
        n, (height, width) = len(grey), grey.shape[-2:]
        lift = self.chosen(n, self.strength.lift) * self.uniform(0, 35, n, 1, 1, 1)
        grey = grey * (1 - lift / 255) + lift
        picked = self.subset(n, self.strength.noise)
        for place in picked.tolist():
            top, left = self.random.integers(0, 1024 - max(height, width), 2)
            sheet = self.noise_sheet[top : top + height, left : left + width]
            if self.random.random() < 0.5:
                half = sheet[: height // 2, : width // 2]
                sheet = F.interpolate(half[None, None], size=(height, width), mode="bilinear", align_corners=False)[0, 0]
            if self.random.random() < 0.3:
                grey[place, 0] *= 1 + sheet * float(self.random.uniform(0.03, 0.15))
            else:
                grey[place, 0] += sheet * float(self.random.uniform(2, 12))
        return grey

    def overlays(self, grey: torch.Tensor) -> torch.Tensor:
        """Text, ticks and logos of the machine, mostly at the borders; the finding under it stays labelled."""
        rows, columns = grey.shape[-2:]
        for place in self.subset(len(grey), self.strength.overlay).tolist():
            for _ in range(self.random.integers(1, 5)):
                sprite = self.sprites[self.random.integers(len(self.sprites))]
                height, width = min(sprite.shape[0], rows), min(sprite.shape[1], columns)
                y, x = self.random.integers(0, rows - height + 1), self.random.integers(0, columns - width + 1)
                if self.random.random() < 0.7:
                    # Push to the nearest border, sideways or up and down.
                    if self.random.random() < 0.6:
                        margin = min(int(self.random.integers(0, 6)), columns - width)
                        x = margin if x < columns / 2 else columns - width
                    else:
                        margin = min(int(self.random.integers(0, 12)), rows - height)
                        y = margin if y < rows / 2 else rows - height
                level = float(self.random.uniform(90, 255))
                under = grey[place, 0, y : y + height, x : x + width]
                shape = sprite[:height, :width]
                grey[place, 0, y : y + height, x : x + width] = under * (1 - shape) + level * shape
        return grey

    def blur(self, grey: torch.Tensor) -> torch.Tensor:
        """Gaussian blur (anisotropic, up to 1.6 px) or unsharp masking, for some frames of the batch."""
        n = len(grey)
        draw = self.random.random(n)
        s = self.strength
        picked = np.flatnonzero(draw < s.blur + s.sharpen)
        if not len(picked):
            return grey
        at = np.arange(-3, 4)
        kernels = []
        for place in picked:
            sigma = self.random.uniform(0.4, 1.6, 2)
            rows, columns = (np.exp(-0.5 * (at / value) ** 2) for value in sigma)
            kernel = np.outer(rows / rows.sum(), columns / columns.sum())
            if draw[place] >= s.blur:
                amount = self.random.uniform(0.3, 1.5)
                kernel = -amount * kernel
                kernel[3, 3] += 1 + amount
            kernels.append(kernel)
        places = torch.from_numpy(picked).to(self.device)
        weight = torch.from_numpy(np.asarray(kernels, np.float32)).unsqueeze(1).to(self.device)
        some = grey[places].transpose(0, 1)
        some = F.conv2d(some, weight, padding=3, groups=len(picked)).transpose(0, 1)
        grey[places] = some
        return grey

    def compress(self, grey: torch.Tensor) -> torch.Tensor:
        """The losses of JPEG and video: 8 x 8 blocks, cosine transform, quantisation at quality 20-80."""
        places = self.subset(len(grey), self.strength.compression)
        if not len(places):
            return grey
        height, width = grey.shape[-2:]
        dy, dx = self.random.integers(0, 8, 2).tolist()
        some = torch.roll(grey[places, 0], (dy, dx), (1, 2)) - 128
        blocks = some.reshape(-1, height // 8, 8, width // 8, 8).transpose(2, 3)
        quality = self.uniform(20, 80, len(places), 1, 1, 1, 1)
        scale = torch.where(quality < 50, 50 / quality, 2 - quality / 50)
        step = self.jpeg_table * scale
        spectrum = self.dct @ blocks @ self.dct.T
        spectrum = torch.round(spectrum / step) * step
        blocks = self.dct.T @ spectrum @ self.dct
        some = blocks.transpose(2, 3).reshape(-1, height, width) + 128
        grey[places, 0] = torch.roll(some, (-dy, -dx), (1, 2))
        return grey


def frames_plain(frames: np.ndarray, cells: "np.ndarray | None", device: torch.device) -> torch.Tensor:
    """Bytes (n x height x width) as n x 1 x height x width in 0-1; with widths of cells, those are a second channel."""
    grey = torch.from_numpy(frames).to(device).float().div_(255).unsqueeze(1)
    if cells is None:
        return grey
    ends = torch.from_numpy(cells).to(device)
    height, width = grey.shape[-2:]
    rows = ends[:, :1] + (ends[:, 1:] - ends[:, :1]) * places_of(height, device)
    return torch.cat((grey, cells_channel(rows, width)), 1)


def cells_channel(rows: torch.Tensor, width: int) -> torch.Tensor:
    """The second channel: n x 1 x height x `width` out of each row's width of a cell in mm (n x height)."""
    return (rows / CELL_MM_FULL).clamp(0, 1)[:, None, :, None].expand(-1, -1, -1, width)


def places_of(count: int, device: torch.device) -> torch.Tensor:
    """Middles of `count` cells that fill 0 to 1."""
    return (torch.arange(count, device=device, dtype=torch.float32) + 0.5) / count


def dct_matrix(size: int) -> np.ndarray:
    """Orthonormal cosine transform (type II): rows are frequencies."""
    k, i = np.mgrid[0:size, 0:size]
    matrix = np.cos(np.pi * (2 * i + 1) * k / (2 * size)) * math.sqrt(2 / size)
    matrix[0] /= math.sqrt(2)
    return matrix.astype(np.float32)


def sprites_draw(random: np.random.Generator, count: int) -> "list[np.ndarray]":
    """Opacity maps (0-1) that look like what machines print over an image: text, rulers, rings, logos."""
    sprites = []
    for index in range(count):
        kind = index % 4
        if kind < 2:
            glyphs = []
            for _ in range(random.integers(2, 10)):
                glyph = random.random((7, 5)) < 0.45
                glyph[:, random.integers(5)] |= random.random(7) < 0.8
                glyphs.append(np.pad(glyph, ((1, 1), (0, 2))))
            sprite = np.concatenate(glyphs, 1).astype(np.float32)
            if kind == 1:
                sprite = np.repeat(np.repeat(sprite, 2, 0), 2, 1)[:, :120]
        elif kind == 2:
            step = int(random.integers(5, 24))
            sprite = np.zeros((int(random.integers(60, 240)), 8), np.float32)
            sprite[::step, 4:] = 1
            sprite[:: step * 5, :] = 1
            if random.random() < 0.3:
                sprite[:, 7] = 1
            if random.random() < 0.3:
                sprite = sprite.T.copy()
        else:
            side = int(random.integers(8, 30))
            y, x = (np.mgrid[0:side, 0:side] + 0.5) / side * 2 - 1
            radius = np.hypot(x, y)
            inner = random.uniform(0.0, 0.8)
            sprite = ((radius < 1) & (radius > inner)).astype(np.float32)
            if random.random() < 0.4:
                sprite = (np.abs(x) + np.abs(y) * random.uniform(0.5, 1.5) < 1).astype(np.float32)
            sprite *= random.uniform(0.5, 1)
        sprites.append(np.ascontiguousarray(sprite))
    return sprites
