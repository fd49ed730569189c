import json
import math
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from augment import Augment, Strength, beams, dct_matrix, sector_inside
from dataset import Dataset, DatasetError, class_shares
from losses import class_weights, confusion_count, dice_from_confusion, segmentation_loss
from tests.fake import fake_dataset_write

STILL = Strength(
    flip=0, rotation_rad=0, shift=0, zoom=0, stretch=0, depth_crop=0, near_crop=0, stripes=0, shadow=0,
    poor_contact=0, tone=0, lift=0, noise=0, overlay=0, blur=0, sharpen=0, compression=0, unmasked=1,
)  # fmt: skip
CONVEX = np.array([[0, 0.5, 128, 20, 40, 0.5, 100]], np.float32)
LINEAR = np.array([[1, 0.25, 128, 10, 0, 20, 50]], np.float32)


class Data(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        fake_dataset_write(self.path)

    def tearDown(self):
        self.folder.cleanup()

    def test_exams_are_held_out_whole(self):
        training, held_out = Dataset(self.path).split()
        self.assertEqual((len(training), len(held_out)), (76, 4))
        exams = Dataset(self.path).exam_of_frame
        self.assertFalse(set(exams[training.rows]) & set(exams[held_out.rows]))

    def test_a_batch_crosses_shards(self):
        data = Dataset(self.path)
        frames, masks, geometry = data.batch(np.array([39, 40]))
        raw = [np.fromfile(self.path / f"frames-{n:03d}.u8", np.uint8).reshape(-1, 256, 256) for n in (0, 1)]
        np.testing.assert_array_equal(frames[0], raw[0][39])
        np.testing.assert_array_equal(frames[1], raw[1][0])
        self.assertEqual(geometry[:, 0].tolist(), [1.0, 0.0])
        self.assertEqual(sorted(np.unique(masks)), [0, 2, 4])

    def test_the_test_split_is_refused(self):
        index = json.loads((self.path / "index.json").read_text())
        (self.path / "index.json").write_text(json.dumps({**index, "split": "test"}))
        with self.assertRaisesRegex(DatasetError, "only the train split"):
            Dataset(self.path)

    def test_a_short_shard_is_refused(self):
        path = self.path / "masks-001.u8"
        path.write_bytes(path.read_bytes()[:-1])
        with self.assertRaisesRegex(DatasetError, "too short"):
            Dataset(self.path)


class Changes(unittest.TestCase):
    def batch(self, geometry, n=1):
        random = np.random.default_rng(1)
        frames = random.integers(0, 256, (n, 256, 256)).astype(np.uint8)
        masks = random.integers(0, 8, (n, 256, 256)).astype(np.uint8)
        return frames, masks, np.repeat(geometry, n, 0)

    def test_without_changes_bytes_come_back(self):
        frames, masks, geometry = self.batch(LINEAR)
        grey, labels = Augment(1, strength=STILL)(frames, masks, geometry)
        np.testing.assert_allclose(grey[0, 0].numpy() * 255, frames[0], atol=0.05)
        inside = sector_inside(torch.from_numpy(geometry), 256)[0, 0].numpy() > 0
        np.testing.assert_array_equal(labels[0].numpy(), np.where(inside, masks[0], 0))

    def test_flip_moves_frame_and_mask_alike(self):
        frames, masks, geometry = self.batch(LINEAR)
        grey, labels = Augment(1, strength=Strength(**{**STILL.__dict__, "flip": 1}))(frames, masks, geometry)
        np.testing.assert_allclose(grey[0, 0].numpy() * 255, frames[0][:, ::-1], atol=0.05)
        mirrored = masks[0][:, ::-1][20:200, 60:200]
        self.assertGreater(np.mean(labels[0].numpy()[20:200, 60:200] == mirrored), 0.999)

    def test_grey_stays_in_range_and_black_outside(self):
        augment = Augment(2, strength=Strength(unmasked=0, rotation_rad=0, shift=0, zoom=0, stretch=0, depth_crop=0, near_crop=0))
        for geometry in (CONVEX, LINEAR):
            frames, masks, geometry = self.batch(geometry, 16)
            grey, labels = augment(frames, masks, geometry)
            outside = sector_inside(torch.from_numpy(geometry), 256) == 0
            self.assertGreaterEqual(float(grey.min()), 0)
            self.assertLessEqual(float(grey.max()), 1)
            self.assertEqual(float(grey[outside].max()), 0)
            self.assertTrue(0 <= int(labels.min()) and int(labels.max()) <= 7)

    def test_a_deep_shadow_takes_the_label_with_it(self):
        frames = np.full((8, 256, 256), 60, np.uint8)
        masks = np.full((8, 256, 256), 3, np.uint8)
        strength = Strength(**{**STILL.__dict__, "poor_contact": 1})
        grey, labels = Augment(5, strength=strength)(frames, masks, np.repeat(LINEAR, 8, 0))
        inside = sector_inside(torch.from_numpy(np.repeat(LINEAR, 8, 0)), 256)[:, 0] > 0
        black = inside & (grey[:, 0] == 0)
        self.assertGreater(int(black.sum()), 1000)
        self.assertGreater(float((labels[black] == 0).float().mean()), 0.95)
        bright = inside & (grey[:, 0] > 0.2)
        self.assertEqual(float((labels[bright] == 3).float().mean()), 1)

    def test_same_seed_same_batch(self):
        batch = self.batch(CONVEX, 4)
        first, second = Augment(9)(*batch), Augment(9)(*batch)
        self.assertTrue(torch.equal(first[0], second[0]) and torch.equal(first[1], second[1]))

    def test_beams_of_a_fan(self):
        lateral, depth = beams(torch.from_numpy(CONVEX), 256, 256)
        # Pixel (128, 119) has its centre 0.25 mm right of and 49.75 mm below the face's middle.
        self.assertAlmostEqual(float(lateral[0, 0, 119, 128]), math.atan2(0.25, 89.75) / 0.5, places=5)
        self.assertAlmostEqual(float(depth[0, 0, 119, 128]), (math.hypot(0.25, 89.75) - 40) / 100, places=5)

    def test_dct_is_orthonormal(self):
        matrix = dct_matrix(8)
        np.testing.assert_allclose(matrix @ matrix.T, np.eye(8), atol=1e-6)


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
            # The pleural bar of the fake is 8 x 120 pixels.
            self.assertAlmostEqual(float(shares[2]), 960 / 65536, places=6)


if __name__ == "__main__":
    unittest.main()
