import json
import tempfile
import unittest
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import torch

from augment import FAMILIES, Augment, Strength, dct_matrix, places_of, strength_without
from dataset import Dataset, DatasetError
from fake import HEIGHT, WIDTH, fake_dataset_write

STILL = strength_without(*FAMILIES)


def still_but(**changes):
    return replace(STILL, **changes)


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
        frames, masks = data.batch(np.array([39, 40]))
        raw = [np.fromfile(self.path / f"frames-{n:03d}.u8", np.uint8).reshape(-1, HEIGHT, WIDTH) for n in (0, 1)]
        np.testing.assert_array_equal(frames[0], raw[0][39])
        np.testing.assert_array_equal(frames[1], raw[1][0])
        self.assertEqual(sorted(np.unique(masks)), [0, 2, 4])

    def test_the_test_split_is_refused(self):
        index = json.loads((self.path / "index.json").read_text())
        (self.path / "index.json").write_text(json.dumps({**index, "split": "test"}))
        with self.assertRaisesRegex(DatasetError, "only the train split"):
            Dataset(self.path)

    def test_a_data_set_of_another_raster_is_refused(self):
        index = json.loads((self.path / "index.json").read_text())
        (self.path / "index.json").write_text(json.dumps({**index, "version": 1}))
        with self.assertRaisesRegex(DatasetError, "render it again"):
            Dataset(self.path)

    def test_a_short_shard_is_refused(self):
        path = self.path / "masks-001.u8"
        path.write_bytes(path.read_bytes()[:-1])
        with self.assertRaisesRegex(DatasetError, r"masks-001\.u8 has \d+ bytes instead of 1474560"):
            Dataset(self.path)


class Changes(unittest.TestCase):
    def batch(self, n=1):
        random = np.random.default_rng(1)
        frames = random.integers(0, 256, (n, HEIGHT, WIDTH)).astype(np.uint8)
        masks = random.integers(0, 8, (n, HEIGHT, WIDTH)).astype(np.uint8)
        return frames, masks

    def test_every_change_belongs_to_one_family(self):
        named = [name for family in FAMILIES.values() for name in family]
        self.assertEqual(sorted([*named, "plain"]), sorted(field.name for field in fields(Strength)))

    def test_a_family_turned_off_leaves_the_others(self):
        without = strength_without("gain", "flip")
        self.assertEqual((without.flip, without.stripes, without.shadow, without.poor_contact), (0, 0, 0, 0))
        self.assertEqual((without.tone, without.cut), (Strength().tone, Strength().cut))

    def test_without_changes_bytes_come_back(self):
        frames, masks = self.batch()
        grey, labels = Augment(1, strength=STILL)(frames, masks)
        np.testing.assert_allclose(grey[0, 0].numpy() * 255, frames[0], atol=0.05)
        np.testing.assert_array_equal(labels[0].numpy(), masks[0])

    def test_some_frames_are_left_as_they_are_when_asked_for(self):
        frames, masks = self.batch(64)
        cells = np.full((64, 2), 0.6, np.float32)
        grey, labels = Augment(1, strength=Strength(plain=0.5))(frames, masks, cells)
        self.assertEqual(tuple(grey.shape), (64, 2, *frames.shape[1:]))
        found = {row.tobytes() for row in (grey[:, 0] * 255).round().byte().numpy()}
        plain = sum(frame.tobytes() in found for frame in frames)
        self.assertTrue(16 < plain < 48, plain)
        for at in range(plain):
            place = [frame.tobytes() for frame in frames].index((grey[at, 0] * 255).round().byte().numpy().tobytes())
            self.assertTrue(np.array_equal(labels[at].numpy(), masks[place]))
            self.assertTrue(torch.allclose(grey[at, 1], torch.tensor(0.2)))

    def test_flip_moves_frame_and_mask_alike(self):
        frames, masks = self.batch()
        grey, labels = Augment(1, strength=still_but(flip=1))(frames, masks)
        np.testing.assert_allclose(grey[0, 0].numpy() * 255, frames[0][:, ::-1], atol=0.05)
        np.testing.assert_array_equal(labels[0].numpy(), masks[0][:, ::-1])

    def test_a_depth_crop_keeps_the_top_and_stretches_the_rest(self):
        rows = np.repeat((np.arange(HEIGHT) // 2).astype(np.uint8)[:, None], WIDTH, 1)[None].repeat(8, 0)
        grey, labels = Augment(3, strength=still_but(depth_crop=1))(rows, (rows // 30).astype(np.uint8))
        seen = grey[:, 0, :, 64].numpy() * 255
        self.assertTrue((seen[:, 0] < 0.5).all())
        last = seen[:, -1]
        # The bottom row shows what lay at 1 / 1.8 to 1 of the depth.
        self.assertTrue((last > 143 / 1.8 - 1).all() and (last < 143.1).all() and np.ptp(last) > 10)
        for frame in range(8):
            steps = np.diff(seen[frame])
            self.assertTrue((steps > -0.01).all() and (steps < 1.1).all())
            self.assertEqual(int(labels[frame, -1, 64]), round(float(last[frame])) // 30)

    def test_widths_of_cells_follow_depth_and_probe(self):
        frames, masks = self.batch(4)
        cells = np.tile(np.float32((0.6, 1.2)), (len(frames), 1))
        grey, _ = Augment(1, strength=STILL)(frames, masks, cells)
        depths = (np.arange(HEIGHT) + 0.5) / HEIGHT
        self.assertEqual(grey.shape[1], 2)
        np.testing.assert_allclose(grey[0, 1, :, 5], (0.6 + 0.6 * depths) / 3, atol=1e-5)
        # A narrower probe shows the same body with fewer millimetres to a line, at every depth alike.
        grey, _ = Augment(7, strength=still_but(narrow=1))(frames, masks, cells)
        shares = grey[:, 1, :, 0].numpy() / ((0.6 + 0.6 * depths) / 3)
        np.testing.assert_allclose(shares, shares[:, :1].repeat(HEIGHT, 1), atol=1e-4)
        self.assertTrue(((shares[:, 0] > 0.6) & (shares[:, 0] <= 1)).all() and shares[:, 0].std() > 0.01)

    def test_a_wrong_sector_moves_little_and_black_comes_from_beyond_its_border(self):
        frames = np.full((32, HEIGHT, WIDTH), 200, np.uint8)
        grey, labels = Augment(4, strength=still_but(sector_error=0.03))(frames, np.full_like(frames, 3))
        black = grey[:, 0] == 0
        self.assertTrue(bool((labels[black] == 0).all()) and bool((labels[~black] == 3).all()))
        self.assertTrue(0 < float(black.float().mean()) < 0.06)
        # The middle is image whatever the error.
        self.assertFalse(bool(black[:, 20:-20, 10:-10].any()))

    def test_cut_sides_are_black_unlabelled_and_widest_at_the_bottom(self):
        frames = np.full((16, HEIGHT, WIDTH), 200, np.uint8)
        grey, labels = Augment(6, strength=still_but(cut=1))(frames, np.full_like(frames, 3))
        black = grey[:, 0] == 0
        self.assertTrue(torch.equal(black, labels == 0))
        across = black.sum(2)
        self.assertTrue(bool((across[:, 1:] >= across[:, :-1]).all()))
        self.assertTrue(bool((across[:, -1] <= WIDTH / 2 + 1).all()) and int(across[:, -1].max()) > WIDTH / 5)

    def test_grey_stays_in_range_with_every_change(self):
        grey, labels = Augment(2)(*self.batch(16))
        self.assertEqual(tuple(grey.shape), (16, 1, HEIGHT, WIDTH))
        self.assertTrue(float(grey.min()) >= 0 and float(grey.max()) <= 1)
        self.assertTrue(0 <= int(labels.min()) and int(labels.max()) <= 7)

    def test_a_deep_shadow_takes_the_label_with_it(self):
        frames = np.full((8, HEIGHT, WIDTH), 60, np.uint8)
        masks = np.full((8, HEIGHT, WIDTH), 3, np.uint8)
        grey, labels = Augment(5, strength=still_but(poor_contact=1))(frames, masks)
        black = grey[:, 0] == 0
        self.assertGreater(int(black.sum()), 1000)
        self.assertGreater(float((labels[black] == 0).float().mean()), 0.95)
        bright = grey[:, 0] > 0.2
        self.assertEqual(float((labels[bright] == 3).float().mean()), 1)

    def test_same_seed_same_batch(self):
        batch = self.batch(4)
        first, second = Augment(9)(*batch), Augment(9)(*batch)
        self.assertTrue(torch.equal(first[0], second[0]) and torch.equal(first[1], second[1]))

    def test_places_are_middles_of_cells(self):
        self.assertEqual(places_of(4, torch.device("cpu")).tolist(), [0.125, 0.375, 0.625, 0.875])

    def test_dct_is_orthonormal(self):
        matrix = dct_matrix(8)
        np.testing.assert_allclose(matrix @ matrix.T, np.eye(8), atol=1e-6)


if __name__ == "__main__":
    unittest.main()
