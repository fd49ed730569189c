import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import torch

from export import weights_write
from network import Network, folded_weights, network_from_folded
from parity import CROP, STRIDE, parity_write, synthetic_frames
from fake import HEIGHT, WIDTH, fake_dataset_write
from fit import Average, rate_at
from train import arguments_parse, train


class Loop(unittest.TestCase):
    def test_trains_resumes_and_learns(self):
        with tempfile.TemporaryDirectory() as name:
            data, out = Path(name) / "data", Path(name) / "out"
            fake_dataset_write(data)
            common = ["--data", str(data), "--out", str(out), "--batch", "4", "--precision", "float32", "--threads", "1"]
            first = train(arguments_parse([*common, "--steps", "20"]))
            self.assertEqual((first["steps"], first["images"]), (20, 80))
            second = train(arguments_parse([*common, "--steps", "90", "--resume"]))
            self.assertEqual((second["steps"], second["images"]), (90, 360))
            self.assertGreater(second["validation"]["dice"]["pleural_line"], 0.3)
            state = torch.load(out / "last.pt")
            self.assertEqual(state["step"], second["steps"])
            network = Network(state["spec"])
            network.load_state_dict(state["average"])
            weights = folded_weights(network)
            manifest = weights_write(weights, state["spec"], state["facts"], Path(name) / "models")
            self.assertLess(manifest["bytes"], 1_500_000)
            self.parity(Path(name), network_from_folded(state["spec"], weights))
            with mock.patch("start.MODELS", Path(name) / "models"):
                order = [*common[:2], "--out", str(Path(name) / "on"), *common[4:], "--init", "shipped", "--rate", "1e-9"]
                third = train(arguments_parse([*order, "--steps", "1"]))
            self.assertEqual(third["begun_from"], [f"shipped {manifest['sha256'][:12]}"])
            for finding, dice in second["validation"]["dice"].items():
                self.assertAlmostEqual(third["validation"]["dice"][finding] or 0, dice or 0, delta=0.02, msg=finding)
            self.assertEqual(train(arguments_parse([*order[:-4], "--steps", "2", "--resume"]))["begun_from"], third["begun_from"])

    def parity(self, folder: Path, network: Network):
        frames = synthetic_frames(HEIGHT, WIDTH)
        manifest = parity_write(network, frames, folder, "0" * 64)
        payload = (folder / "parity.bin").read_bytes()
        self.assertLess(len(payload), 400_000)
        self.assertEqual(manifest, json.loads((folder / "parity.json").read_text()))
        case = manifest["cases"][1]
        np.testing.assert_array_equal(
            np.frombuffer(payload, np.uint8, HEIGHT * WIDTH, case["input"]).reshape(HEIGHT, WIDTH), frames[1][0]
        )
        self.assertEqual(case["cell_mm"], [0.5, 1.25])
        grey = torch.from_numpy(frames[1][0].astype(np.float32) / 255)[None, None]
        mm = 0.5 + 0.75 * (torch.arange(HEIGHT) + 0.5) / HEIGHT
        inputs = torch.cat((grey, (mm / 3)[None, None, :, None].expand(1, 1, HEIGHT, WIDTH)), 1)
        with torch.no_grad():
            logits = network(inputs)[0].permute(1, 2, 0)
        rows, columns = HEIGHT // STRIDE, WIDTH // STRIDE
        strided = np.frombuffer(payload, "<f4", rows * columns * 8, case["strided"]).reshape(rows, columns, 8)
        np.testing.assert_allclose(strided, logits.numpy()[::STRIDE, ::STRIDE], atol=1e-5)
        crop = case["crop"]
        stored = np.frombuffer(payload, "<f4", CROP * CROP * 8, crop["offset"]).reshape(CROP, CROP, 8)
        y, x = crop["y"], crop["x"]
        np.testing.assert_allclose(stored, logits.numpy()[y : y + CROP, x : x + CROP], atol=1e-5)


class Schedule(unittest.TestCase):
    def test_rises_then_falls(self):
        rates = [rate_at(share, 1.0) for share in (0, 0.04, 0.5, 1)]
        self.assertAlmostEqual(rates[0], 0.05)
        self.assertAlmostEqual(rates[1], 1.0)
        self.assertTrue(0.4 < rates[2] < 0.6)
        self.assertAlmostEqual(rates[3], 0.01)

    def test_average_follows_the_network(self):
        network = torch.nn.Linear(1, 1, bias=False)
        torch.nn.init.zeros_(network.weight)
        average = Average(network, decay=0.5)
        torch.nn.init.ones_(network.weight)
        # First update: keeps min(0.5, 1/10) of itself, so 0.9 of the way; second: min(0.5, 2/11).
        average.update(network)
        self.assertAlmostEqual(float(average.network.weight), 0.9, places=6)
        average.update(network)
        self.assertAlmostEqual(float(average.network.weight), 1 - 0.1 * 2 / 11, places=6)


if __name__ == "__main__":
    unittest.main()
