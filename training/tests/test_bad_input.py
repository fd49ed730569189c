import contextlib
import hashlib
import io
import json
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import torch

import export
import parity
import train
from checkpoint import checkpoint_write
from dataset import Dataset, DatasetError
from network import Network, folded_weights, spec_read
from fake import fake_dataset_write

SPEC = spec_read()


def ended(program, *arguments):
    """Exit code and what was said on stderr."""
    said = io.StringIO()
    with mock.patch.object(sys, "argv", ["x", *map(str, arguments)]), contextlib.redirect_stderr(said):
        return program.main(), said.getvalue()


def state_of(spec=SPEC, spoil=None):
    """A checkpoint without what only a run that goes on needs."""
    network = Network(spec)
    weights = network.state_dict()
    if spoil is not None:
        weights["convs.enc0_a.weight"][0, 0, 0, 0] = spoil
    return {"spec": spec, "network": weights, "average": weights, "facts": {}}


def whole_state_of(**spoilt):
    return {**state_of(**spoilt), "optimizer": {}, "step": 1, "images": 4, "seconds": 1.0, "history": []}


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.path = Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def refused(self, program, sentence, *arguments):
        code, said = ended(program, *arguments)
        self.assertEqual(code, 2)
        self.assertRegex(said, sentence)
        self.assertEqual(said.count("\n"), 1, said)


class Checkpoints(Folder):
    def write(self, name, state):
        path = self.path / name
        checkpoint_write(path, state)
        return path

    def each_refused(self, path, sentence):
        """By all that read checkpoints: the export, a training that goes on, and one that starts from it."""
        self.refused(export, sentence, "--checkpoint", path, "--out", self.path / "models")
        self.assertFalse((self.path / "models").exists())
        data = self.path / "data"
        if not data.exists():
            fake_dataset_write(data)
        common = ["--data", data, "--steps", 1, "--batch", 4, "--threads", 1, "--precision", "float32"]
        self.refused(train, sentence, *common, "--out", self.path / "new", "--init", path)
        self.assertFalse((self.path / "new").exists())
        before = path.read_bytes() if path.is_file() else None
        self.refused(train, sentence, *common, "--out", path.parent, "--resume")
        self.assertEqual(path.read_bytes() if path.is_file() else None, before)

    def test_missing_ones(self):
        self.each_refused(self.path / "last.pt", r"last\.pt does not exist")

    def test_damaged_and_foreign_ones(self):
        whole = self.write("whole.pt", state_of()).read_bytes()
        for content in (whole[: len(whole) // 2], b"hello\n", b""):
            (self.path / "last.pt").write_bytes(content)
            self.each_refused(self.path / "last.pt", r"last\.pt is damaged or no checkpoint")
        self.each_refused(self.write("last.pt", {"model": 1}), r"last\.pt is no checkpoint of this trainer: it lacks spec")

    def test_ones_of_another_specification(self):
        spec = json.loads(json.dumps(SPEC))
        spec["input"]["height"] = 256
        self.each_refused(self.write("last.pt", whole_state_of(spec=spec)), r"last\.pt was trained for another specification")

    def test_ones_with_weights_that_are_no_numbers(self):
        for spoil in (float("nan"), float("inf")):
            path = self.write("last.pt", whole_state_of(spoil=spoil))
            self.each_refused(path, r'last\.pt holds values that are no finite numbers in "convs\.enc0_a\.weight"')

    def test_ones_that_cannot_go_on(self):
        fake_dataset_write(self.path / "data")
        self.write("last.pt", state_of())
        self.refused(
            train, r"last\.pt is no checkpoint.* lacks optimizer, step", "--data", self.path / "data", "--steps", 1,
            "--batch", 4, "--out", self.path, "--resume",
        )  # fmt: skip

    def test_weights_beyond_float16(self):
        self.refused(
            export, r"enc0_a\.kernel does not fit into float16", "--checkpoint",
            self.write("last.pt", state_of(spoil=1e6)), "--out", self.path / "models",
        )  # fmt: skip


class Weights(Folder):
    def setUp(self):
        super().setUp()
        self.weights = folded_weights(Network(SPEC))
        export.weights_write(self.weights, SPEC, {}, self.path)

    def parity_refused(self, sentence):
        self.refused(parity, sentence, "--models", self.path, "--out", self.path / "out")
        self.assertFalse((self.path / "out").exists())

    def manifest_change(self, **changes):
        path = self.path / "batsign-unet.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))

    def test_missing_and_unreadable_ones(self):
        (self.path / "batsign-unet.bin").unlink()
        self.parity_refused(r"batsign-unet\.bin cannot be read")
        for content in ("no JSON", "[]", '{"bytes": 1}'):
            (self.path / "batsign-unet.json").write_text(content)
            self.parity_refused(r"batsign-unet\.json describes no weights")
        (self.path / "batsign-unet.json").unlink()
        self.parity_refused(r"batsign-unet\.json cannot be read")

    def test_ones_of_another_specification(self):
        self.manifest_change(input={**SPEC["input"], "width": 96})
        self.parity_refused(r"batsign-unet\.bin belongs to another specification")
        export.weights_write(dict(list(self.weights.items())[:-1]), SPEC, {}, self.path)
        self.parity_refused(r"batsign-unet\.bin belongs to another specification")

    def test_ones_that_are_no_numbers(self):
        path = self.path / "batsign-unet.bin"
        payload = bytearray(path.read_bytes())
        payload[:2] = np.array([np.nan], "<f2").tobytes()
        path.write_bytes(payload)
        self.manifest_change(sha256=hashlib.sha256(payload).hexdigest())
        self.parity_refused(r'batsign-unet\.bin holds values that are no finite numbers in "enc0_a\.kernel"')


class Data(Folder):
    def refused_data(self, sentence):
        self.refused(
            train, sentence, "--data", self.path, "--steps", 1, "--batch", 4, "--threads", 1, "--out", self.path / "out"
        )

    def index_change(self, **changes):
        path = self.path / "index.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))

    def test_index_that_is_missing_or_no_index(self):
        self.refused_data(r"index\.json does not exist")
        for content in ("{", "[]"):
            (self.path / "index.json").write_text(content)
            self.refused_data(r"index\.json (cannot be read|is not the index)")

    def test_index_that_lacks_something(self):
        fake_dataset_write(self.path)
        index = json.loads((self.path / "index.json").read_text())
        del index["exams"]
        (self.path / "index.json").write_text(json.dumps(index))
        self.refused_data(r"index\.json lacks exams")

    def test_shards_of_the_wrong_size(self):
        fake_dataset_write(self.path)
        self.index_change(height=144)
        self.refused_data(r"frames-000\.u8 has 1474560 bytes instead of 737280")
        exams = json.loads((self.path / "index.json").read_text())["exams"]
        self.index_change(height=288, exams=exams[:39])
        self.refused_data(r"the exams of the index have 78 frames and its shards 80")
        (self.path / "frames-001.u8").unlink()
        self.refused_data(r"frames-001\.u8 has 0 bytes")

    def test_frames_of_another_raster_than_the_network_s(self):
        fake_dataset_write(self.path)
        self.index_change(height=144, width=256)
        self.refused_data(r"the data set has other classes or another frame size than models/network\.json")

    def test_a_class_that_does_not_exist_names_the_shard(self):
        fake_dataset_write(self.path)
        path = self.path / "masks-001.u8"
        content = bytearray(path.read_bytes())
        content[5] = 8
        path.write_bytes(content)
        with self.assertRaisesRegex(DatasetError, r"masks-001\.u8 holds a class beyond the 8"):
            Dataset(self.path).batch(np.array([40]))
        self.assertEqual(Dataset(self.path).batch(np.array([41]))[1].shape[0], 1)


class Losses(Folder):
    def test_a_loss_that_is_no_number_ends_the_training_and_keeps_the_last_checkpoint(self):
        fake_dataset_write(self.path / "data")
        common = ["--data", self.path / "data", "--batch", 4, "--threads", 1, "--precision", "float32"]
        with contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(ended(train, *common, "--steps", 1, "--out", self.path)[0], 0)
            before = (self.path / "last.pt").read_bytes()
            broken = mock.Mock(return_value=lambda logits, target: logits.sum() * torch.tensor(np.nan))
            with mock.patch.object(train, "loss_build", broken):
                self.refused(
                    train, "loss is no longer a number at step 2", *common, "--steps", 3, "--out", self.path, "--resume"
                )
        self.assertEqual((self.path / "last.pt").read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
