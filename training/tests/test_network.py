import copy
import math
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from checkpoint import weights_mean
from export import SHIPPED, folded_mean, folded_read, weights_bolder, weights_read, weights_write
from network import Network, depth_to_space, folded_weights, network_from_folded, space_to_depth, spec_read
from unfold import norms_restored


class Shuffles(unittest.TestCase):
    def test_space_to_depth_follows_tensorflow(self):
        # 1 x 2 x 2 x 2: channel c at (y, x) holds 100*c + 10*y + x.
        x = torch.tensor([[[[0.0, 1], [10, 11]], [[100, 101], [110, 111]]]])
        # tf.nn.space_to_depth: (dy, dx) outermost, channels innermost.
        self.assertEqual(space_to_depth(x, 2).flatten().tolist(), [0, 100, 1, 101, 10, 110, 11, 111])

    def test_depth_to_space_undoes_it(self):
        x = torch.rand(2, 3, 8, 12)
        self.assertTrue(torch.equal(depth_to_space(space_to_depth(x, 2), 2), x))


class Folding(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.network = Network(spec_read())
        for norm in self.network.norms.values():
            torch.nn.init.uniform_(norm.weight, 0.5, 1.5)
            torch.nn.init.uniform_(norm.bias, -0.5, 0.5)
            norm.running_mean.uniform_(-0.3, 0.3)
            norm.running_var.uniform_(0.5, 2)
        self.network.eval()
        self.x = torch.rand(1, self.network.spec["input"]["channels"], 288, 128)

    def test_folded_network_answers_the_same(self):
        folded = network_from_folded(self.network.spec, folded_weights(self.network))
        with torch.no_grad():
            whole, parts = self.network(self.x), folded(self.x)
        self.assertEqual(tuple(whole.shape), (1, 8, 288, 128))
        self.assertLess(float((whole - parts).abs().max()), 1e-3 * float(whole.abs().max()))

    def test_a_changed_statistic_changes_the_fold(self):
        other = copy.deepcopy(self.network)
        other.norms["enc0_a"].running_mean += 1
        self.assertFalse(
            np.allclose(folded_weights(self.network)["enc0_a.bias"], folded_weights(other)["enc0_a.bias"])
        )

    def test_norms_restored_answer_the_same_and_hold_what_they_saw(self):
        folded = network_from_folded(self.network.spec, folded_weights(self.network))
        inputs = torch.rand(4, self.network.spec["input"]["channels"], 288, 128)
        restored = norms_restored(folded, inputs)
        with torch.no_grad():
            whole, parts = folded(self.x), restored.eval()(self.x)
            self.assertLess(float((whole - parts).abs().max()), 1e-3 * float(whole.abs().max()))
            # Over the frames that gave the statistics a norm under training does what a fixed one does.
            first, norm = restored.convs["enc0_a"], restored.norms["enc0_a"]
            seen = first(space_to_depth(inputs, 2))
            fixed = norm(seen)
            np.testing.assert_allclose(norm.train()(seen), fixed, atol=1e-3)
        # 16 filters, 4 times as large as sqrt(2) each.
        self.assertAlmostEqual(float(first.weight.detach().norm()), 4 * math.sqrt(32), places=3)

    def test_the_mean_of_two_states_lies_halfway_and_counts_are_the_last_one_s(self):
        earlier = {"w": torch.tensor([1.0, 4.0]), "n": torch.tensor(3)}
        later = {"w": torch.tensor([3.0, 0.0]), "n": torch.tensor(9)}
        mean = weights_mean([earlier, later])
        self.assertEqual((mean["w"].tolist(), int(mean["n"])), ([2.0, 2.0], 9))

    def test_the_mean_of_folded_weights_lies_between_them_and_who_is_named_twice_counts_twice(self):
        earlier, later = {"w": np.float32([1.0, 4.0])}, {"w": np.float32([4.0, 1.0])}
        np.testing.assert_allclose(folded_mean([earlier, later])["w"], [2.5, 2.5])
        np.testing.assert_allclose(folded_mean([earlier, later, later])["w"], [3.0, 2.0])

    def test_shipped_weights_stand_beside_checkpoints_as_folded_ones(self):
        weights, facts = folded_read(SHIPPED, self.network.spec)
        expected = {name: values.shape for name, values in folded_weights(self.network).items()}
        self.assertEqual({name: values.shape for name, values in weights.items()}, expected)
        self.assertIn("steps", facts)

    def test_bolder_weights_hold_findings_more_likely_against_background_alone(self):
        spec = self.network.spec
        weights = folded_weights(self.network)
        bolder = network_from_folded(spec, weights_bolder(weights, spec, 4))
        with torch.no_grad():
            before = torch.log_softmax(network_from_folded(spec, weights)(self.x), 1)
            after = torch.log_softmax(bolder(self.x), 1)
        odds = (after[:, 1:] - after[:, :1]) - (before[:, 1:] - before[:, :1])
        self.assertLess(float((odds - math.log(4)).abs().max()), 1e-3)

    def test_weights_survive_writing_and_reading(self):
        weights = folded_weights(self.network)
        with tempfile.TemporaryDirectory() as name:
            manifest = weights_write(weights, self.network.spec, {}, Path(name))
            back = weights_read(Path(name), self.network.spec)
            self.assertEqual(manifest["bytes"], 2 * sum(values.size for values in weights.values()))
            self.assertEqual(list(back), list(weights))
            for key, values in weights.items():
                np.testing.assert_array_equal(back[key], values.astype(np.float16).astype(np.float32))
            path = Path(name) / "batsign-unet.bin"
            damaged = bytearray(path.read_bytes())
            damaged[1000] ^= 1
            path.write_bytes(damaged)
            with self.assertRaisesRegex(Exception, "damaged"):
                weights_read(Path(name), self.network.spec)


if __name__ == "__main__":
    unittest.main()
