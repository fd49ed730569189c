"""The U-Net of Howell et al. 2024 (Ultrasonics 140:107251), the one that `npm run bench` times.

Five levels of two 3 x 3 convolutions (32 to 512 filters) with batch norm and LeakyReLU, max pooling, bilinear
upsampling, skips by concatenation. Slope 0.1, dropout 0.2 after each activation and He's initialisation are from
the code published with the paper (github.com/ljhowell/LUS-Segmentation-RT). Batch norm keeps PyTorch's momentum:
Keras' 0.99 forgets its start too slowly for runs of a few hundred steps.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

FILTERS = (32, 64, 128, 256, 512)
SLOPE = 0.1
DROPOUT = 0.2
EPSILON = 1e-3


class Block(nn.Module):
    """Two times 3 x 3 convolution, batch norm, LeakyReLU and dropout."""

    def __init__(self, incoming: int, filters: int) -> None:
        super().__init__()
        self.convs = nn.ModuleList(
            [nn.Conv2d(channels, filters, 3, padding=1) for channels in (incoming, filters)]
        )
        self.norms = nn.ModuleList([nn.BatchNorm2d(filters, eps=EPSILON) for _ in self.convs])
        for conv in self.convs:
            nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
            nn.init.zeros_(conv.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for conv, norm in zip(self.convs, self.norms):
            x = F.leaky_relu(norm(conv(x)), SLOPE, inplace=True)
            x = F.dropout(x, DROPOUT, self.training)
        return x


class PaperUnet(nn.Module):
    """N x 1 x height x width grey in 0-1 to N x classes x height x width logits; sides are multiples of 16."""

    def __init__(self, classes: int, filters: "tuple[int, ...]" = FILTERS) -> None:
        super().__init__()
        self.encoder = nn.ModuleList([Block(before, now) for before, now in zip((1, *filters), filters)])
        upward = filters[::-1]
        self.decoder = nn.ModuleList([Block(below + now, now) for below, now in zip(upward, upward[1:])])
        self.head = nn.Conv2d(filters[0], classes, 1)
        nn.init.xavier_normal_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        skips = []
        for level, block in enumerate(self.encoder):
            x = block(F.max_pool2d(x, 2) if level else x)
            skips.append(x)
        for block, skip in zip(self.decoder, skips[-2::-1]):
            x = F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
            x = block(torch.cat([x, skip], 1))
        return self.head(x)
