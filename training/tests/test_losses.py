import math
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from dataset import Dataset, class_shares
from losses import (
    DISTANCE_REACH,
    LOSSES,
    boundary_loss,
    class_weights,
    cldice_loss,
    confusion_count,
    dice_from_confusion,
    distance_to,
    focal_tversky_loss,
    loss_build,
    segmentation_loss,
    soft_skeleton,
)
from fake import fake_dataset_write


def one_hot(target, classes):
    return torch.nn.functional.one_hot(target, classes).permute(0, 3, 1, 2).float()


class Loss(unittest.TestCase):
    def test_dice_by_hand(self):
        actual = torch.tensor([0, 0, 1, 1, 1, 2])
        predicted = torch.tensor([0, 1, 1, 1, 0, 0])
        confusion = confusion_count(predicted, actual, 4)
        self.assertEqual(confusion.tolist(), [[1, 1, 0, 0], [1, 2, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]])
        dice = dice_from_confusion(confusion)
        np.testing.assert_allclose(dice[:3], [2 * 1 / 5, 2 * 2 / 6, 0])
        self.assertTrue(math.isnan(dice[3]))

    def test_a_right_answer_costs_nothing_and_a_wrong_one_does(self):
        target = torch.tensor([[[0, 1], [2, 2]]])
        sure = torch.nn.functional.one_hot(target, 3).permute(0, 3, 1, 2).float() * 40
        weights = torch.ones(3)
        self.assertLess(float(segmentation_loss(sure, target, weights)), 1e-3)
        self.assertGreater(float(segmentation_loss(-sure, target, weights)), 5)

    def test_uniform_logits_by_hand(self):
        # Two classes, two pixels of each: probability 1/2 everywhere, so cross-entropy is ln 2;
        # Dice of class 1 = (2 * 1 + 1) / (2 + 2 + 1) = 3/5.
        target = torch.tensor([[[0, 1], [0, 1]]])
        loss = segmentation_loss(torch.zeros(1, 2, 2, 2), target, torch.ones(2))
        self.assertAlmostEqual(float(loss), 0.5 * math.log(2) + 0.5 * 0.4, places=6)

    def test_rare_classes_weigh_more(self):
        shares = np.array([0.9, 0.09, 0.01])
        weights = class_weights(shares, 0.35).numpy()
        self.assertTrue(weights[0] < weights[1] < weights[2])
        self.assertAlmostEqual(float(np.sum(weights * shares)), 1, places=5)
        np.testing.assert_allclose(class_weights(shares, 0).numpy(), 1)

    def test_shares_of_a_data_set(self):
        with tempfile.TemporaryDirectory() as name:
            fake_dataset_write(Path(name), exams=20, each=1)
            training, _ = Dataset(name).split()
            shares = class_shares(training)
            self.assertAlmostEqual(float(shares.sum()), 1)
            # The pleural bar of the fake is 8 x 90 pixels.
            self.assertAlmostEqual(float(shares[2]), 720 / (288 * 128), places=6)


class FocalTversky(unittest.TestCase):
    def test_by_hand(self):
        # Two classes, two pixels of each, probability 1/2 everywhere: TP 1, FN 1, FP 1, so both indices are
        # (1 + 1) / (1 + 0.7 + 0.3 + 1) = 2/3.
        target = torch.tensor([[[0, 1], [0, 1]]])
        loss = focal_tversky_loss(torch.full((1, 2, 2, 2), 0.5), target)
        self.assertAlmostEqual(float(loss), (1 / 3) ** 0.75, places=6)

    def test_missing_costs_more_than_adding(self):
        target = torch.tensor([[[0, 0, 1, 1]]])
        missing = focal_tversky_loss(one_hot(torch.tensor([[[0, 0, 0, 1]]]), 2), target)
        adding = focal_tversky_loss(one_hot(torch.tensor([[[0, 1, 1, 1]]]), 2), target)
        # Missing: background (2 + 1) / (2 + 0.3 + 1), class (1 + 1) / (1 + 0.7 + 1).
        self.assertAlmostEqual(float(missing), (1 - (3 / 3.3 + 2 / 2.7) / 2) ** 0.75, places=6)
        self.assertAlmostEqual(float(adding), (1 - (2 / 2.7 + 3 / 3.3) / 2) ** 0.75, places=6)
        uneven = torch.tensor([[[0, 0, 0, 1]]])
        found = focal_tversky_loss(one_hot(torch.tensor([[[0, 0, 1, 1]]]), 2), uneven)
        lost = focal_tversky_loss(one_hot(torch.tensor([[[0, 0, 0, 0]]]), 2), uneven)
        self.assertLess(float(found), float(lost))


class Boundary(unittest.TestCase):
    def test_distances_by_hand(self):
        mask = torch.zeros(1, 5, 20, dtype=torch.bool)
        mask[0, 2, 3] = True
        distance = distance_to(mask, 8)[0]
        self.assertEqual(float(distance[2, 3]), 0)
        self.assertEqual(float(distance[2, 7]), 4)
        self.assertAlmostEqual(float(distance[0, 6]), math.sqrt(4 + 9), places=6)
        self.assertEqual(float(distance[2, 19]), 8)

    def test_distances_are_the_nearest_of_all(self):
        random = np.random.default_rng(5)
        mask = random.random((2, 9, 13)) < 0.1
        distance = distance_to(torch.from_numpy(mask), 8).numpy()
        for frame in range(2):
            held = np.argwhere(mask[frame])
            for y in range(9):
                for x in range(13):
                    nearest = np.sqrt(((held - (y, x)) ** 2).sum(1).min()) if len(held) else 8
                    self.assertAlmostEqual(distance[frame, y, x], min(8, nearest), places=5)

    def test_by_hand(self):
        # One row: background, class 1 twice, background. Distances to the border: 1, -1, -1, 1 over the reach.
        target = torch.tensor([[[0, 1, 1, 0]]])
        right = boundary_loss(one_hot(target, 2), target)
        self.assertAlmostEqual(float(right), -2 / DISTANCE_REACH / (2 + 2 + 1), places=6)
        beside = boundary_loss(one_hot(torch.tensor([[[0, 0, 1, 1]]]), 2), target)
        self.assertAlmostEqual(float(beside), 0, places=6)


class ClDice(unittest.TestCase):
    def test_a_bar_shrinks_to_its_middle_row(self):
        bar = torch.zeros(1, 1, 9, 21)
        bar[0, 0, 3:6, 2:19] = 1
        skeleton = soft_skeleton(bar, 3)[0, 0]
        self.assertTrue(bool((skeleton[4, 4:17] == 1).all()))
        self.assertEqual(float(skeleton[:4].sum() + skeleton[5:].sum()), 0)

    def test_by_hand(self):
        # The true line is one row of ten cells, the prediction its first five: all five lie in the truth, and
        # half of the true middle line is found.
        target = torch.zeros(1, 5, 12, dtype=torch.int64)
        target[0, 2, 1:11] = 2
        predicted = target.clone()
        predicted[0, 2, 6:11] = 0
        loss = cldice_loss(one_hot(predicted, 5), target)
        precise, found = 1, 6 / 11
        self.assertAlmostEqual(float(loss), 1 - 2 * precise * found / (precise + found), places=6)

    def test_width_costs_nothing_and_a_gap_does(self):
        target = torch.zeros(1, 16, 40, dtype=torch.int64)
        target[0, 6:9, 4:36] = 3
        wide, broken = target.clone(), target.clone()
        wide[0, 5:10, 3:37] = 3
        broken[0, :, 15:25] = 0
        self.assertLess(float(cldice_loss(one_hot(wide, 5), target)), 0.06)
        self.assertGreater(float(cldice_loss(one_hot(broken, 5), target)), 0.15)


class Named(unittest.TestCase):
    def test_each_falls_when_it_is_followed(self):
        target = torch.zeros(2, 24, 32, dtype=torch.int64)
        target[0, 8:12, 4:28] = 2
        target[1, 4:20, 10:14] = 4
        for name in LOSSES:
            torch.manual_seed(1)
            logits = torch.randn(2, 5, 24, 32, requires_grad=True)
            loss = loss_build(name, torch.ones(5))
            optimizer = torch.optim.Adam([logits], lr=0.2)
            first = float(loss(logits, target))
            for _ in range(60):
                optimizer.zero_grad()
                value = loss(logits, target)
                value.backward()
                optimizer.step()
            self.assertTrue(math.isfinite(float(value)), name)
            self.assertLess(float(value), 0.3 * first, name)
            self.assertGreater(float((logits.argmax(1) == target).float().mean()), 0.99, name)


if __name__ == "__main__":
    unittest.main()
