import contextlib
import io
import json
import math
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np
import torch

from augment import FAMILIES, strength_without
from dataset import DatasetError
from fake import fake_dataset_write
from fit import Recipe
from network import Network, folded_weights, network_from_folded, spec_read
from start import Start
from study import curve, protocol, transfer
from study.__main__ import main
from study.asked import asked_parse
from study.frames import data_open, parts_halved, parts_held_out, subset_nested
from study.paper_unet import PaperUnet
from study.plot import Point, Series, plot_svg, ticks_of
from study.report import SHORT, block_put, settings_of, table_of
from study.rows import RowsError, identity_hash, row_put, rows_read
from study.run import Machine, Run, run_do
from study.score import score_of
from study.variants import VARIANTS
from study.widen import network_widened

SPEC = spec_read()
MACHINE = Machine(torch.device("cpu"), 1, "float32")


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.path = Path(self.temporary.name)
        fake_dataset_write(self.path / "data")
        self.data = data_open([str(self.path / "data")], SPEC)

    def tearDown(self):
        self.temporary.cleanup()


class Frames(Folder):
    def test_parts_share_no_exam_and_hold_all(self):
        for parts in (parts_held_out(self.data.dataset), parts_halved(self.data.dataset)):
            exams = [set(self.data.dataset.exam_of_frame[part.rows]) for part in (parts.training, parts.choosing, parts.scored)]
            self.assertEqual(sum(map(len, exams)), 40)
            self.assertEqual(len(set.union(*exams)), 40)

    def test_scored_exams_are_those_that_no_training_sees(self):
        parts, held_out = parts_held_out(self.data.dataset), self.data.dataset.split()[1]
        self.assertEqual(parts.scored.rows.tolist(), held_out.rows.tolist())

    def test_subsets_are_nested_and_take_every_exam_once_first(self):
        part = parts_held_out(self.data.dataset).training
        subsets = [set(subset_nested(part, count, 7).rows) for count in (5, 20, 36, 50)]
        for small, large in zip(subsets, subsets[1:]):
            self.assertTrue(small < large)
        self.assertEqual(len(set(self.data.dataset.exam_of_frame[list(subsets[2])])), 36)
        self.assertNotEqual(subsets[0], set(subset_nested(part, 5, 8).rows))
        with self.assertRaisesRegex(DatasetError, "73 frames were asked for and 72 are there"):
            subset_nested(part, 73, 1)

    def test_other_frames_of_the_same_index_have_another_hash(self):
        path = self.path / "data" / "masks-000.u8"
        content = bytearray(path.read_bytes())
        content[70_000] ^= 1
        path.write_bytes(content)
        self.assertNotEqual(data_open([str(self.path / "data")], SPEC).sha256, self.data.sha256)


class Scores(unittest.TestCase):
    def test_pooled_over_exams_by_hand(self):
        # Rib: 3 of 4 found and 1 extra in the first exam, 1 of 2 in the second: Dice = 2 * 4 / (6 + 5).
        confusion = torch.zeros(2, 8, 8, dtype=torch.int64)
        confusion[0, 1, 1], confusion[0, 1, 0], confusion[0, 0, 1] = 3, 1, 1
        confusion[1, 1, 1], confusion[1, 1, 0] = 1, 1
        score = score_of(confusion)
        self.assertAlmostEqual(score.mean, 8 / 11)
        self.assertTrue(math.isnan(score.dice[2]))
        # Resampled, the exams' own figures are the extremes: 6/8 and 2/3.
        np.testing.assert_allclose(score.interval, (2 / 3, 6 / 8))

    def test_nothing_of_the_five_classes_has_no_mean(self):
        confusion = torch.zeros(1, 8, 8, dtype=torch.int64)
        confusion[0, 0, 0] = 5
        self.assertTrue(math.isnan(score_of(confusion).mean))


class Networks(unittest.TestCase):
    def test_the_paper_s_unet_has_its_layers_and_costs_13_9_gmac(self):
        network = PaperUnet(8)
        filters, weights, macs, incoming = (32, 64, 128, 256, 512), 0, 0, 1
        for level, count in enumerate(filters):
            weights += 9 * count * (incoming + count) + 6 * count
            macs += 9 * count * (incoming + count) * (256 >> level) ** 2
            incoming = count
        for level in (3, 2, 1, 0):
            count = filters[level]
            weights += 9 * count * (3 * count + count) + 6 * count
            macs += 9 * count * (3 * count + count) * (256 >> level) ** 2
        weights, macs = weights + 32 * 8 + 8, macs + 32 * 8 * 256**2
        self.assertEqual(sum(weight.numel() for weight in network.parameters()), weights)
        self.assertAlmostEqual(macs / 1e9, 13.9, places=1)

    def test_the_paper_s_unet_answers_at_every_place_and_sees_far(self):
        torch.manual_seed(0)
        network = PaperUnet(8, (4, 4, 4, 4, 4)).eval()
        x = torch.rand(1, 1, 64, 48, requires_grad=True)
        logits = network(x)
        self.assertEqual(tuple(logits.shape), (1, 8, 64, 48))
        logits[0, 1, 20, 20].backward()
        self.assertGreater(float(x.grad[0, 0, 50, 40].abs()), 0)

    def test_variants_answer_like_the_network_and_differ_from_it(self):
        own = sum(weight.numel() for weight in Network(SPEC).parameters())
        x = torch.rand(1, SPEC["input"]["channels"], 288, 128)
        for name, variant in VARIANTS.items():
            network = Network(variant(SPEC)).eval()
            with torch.no_grad():
                self.assertEqual(tuple(network(x).shape), (1, 8, 288, 128), name)
            self.assertNotEqual(sum(weight.numel() for weight in network.parameters()), own, name)

    def test_a_residual_branch_adds_nothing_at_first(self):
        torch.manual_seed(0)
        plain = Network(VARIANTS["without residual branches"](SPEC))
        whole = Network(SPEC)
        whole.load_state_dict({**whole.state_dict(), **plain.state_dict()})
        x = torch.rand(1, SPEC["input"]["channels"], 288, 128)
        with torch.no_grad():
            self.assertTrue(torch.equal(whole.eval()(x), plain.eval()(x)))

    def test_a_widened_network_answers_as_before_and_its_copies_part_in_training(self):
        torch.manual_seed(0)
        narrow = Network(SPEC).eval()
        for norm in narrow.norms.values():
            torch.nn.init.uniform_(norm.weight, 0.5, 1.5)
            torch.nn.init.uniform_(norm.bias, -0.5, 0.5)
            norm.running_var.uniform_(0.5, 2)
        x = torch.rand(2, SPEC["input"]["channels"], 288, 128)
        for before in (narrow, network_from_folded(SPEC, folded_weights(narrow))):
            wide = network_widened(before, 2, 1)
            with torch.no_grad():
                answers = before(x)
                self.assertLess(float((wide(x) - answers).abs().max()), 1e-3 * float(answers.abs().max()))
            self.assertEqual(tuple(wide.convs["enc2_b"].weight.shape), (96, 96, 3, 3))
            self.assertEqual(len(wide.convs["head"].weight), 32)
            wide(x).square().mean().backward()
            first, second = wide.convs["enc2_b"].weight.grad.chunk(2)
            self.assertGreater(float((first - second).abs().max()), 0.01 * float(first.abs().max()))

    def test_channels_that_are_rearranged_cannot_be_widened(self):
        layers = [
            {"name": "a", "op": "conv", "from": ["input"], "kernel": 1, "filters": 4, "activation": "linear"},
            {"name": "b", "op": "space_to_depth", "from": ["a"], "block": 2},
            {"name": "c", "op": "conv", "from": ["b"], "kernel": 1, "filters": 2, "activation": "linear"},
        ]
        network = Network({"input": {"channels": 1}, "classes": ["x", "y"], "layers": layers})
        with self.assertRaisesRegex(ValueError, "layer b: the channels of a widened convolution"):
            network_widened(network, 2, 1)

    def test_frozen_layers_stay_as_they_are(self):
        torch.manual_seed(0)
        start = Network(SPEC)
        tuned = transfer.network_tuned(Start("x", lambda: start), ("dec", "head"))()
        before = {name: value.clone() for name, value in tuned.state_dict().items()}
        trained = [weight for weight in tuned.parameters() if weight.requires_grad]
        optimizer = torch.optim.SGD(trained, lr=0.1)
        tuned.train()
        tuned(torch.rand(2, SPEC["input"]["channels"], 288, 128)).square().mean().backward()
        optimizer.step()
        changed = {name.split(".")[1] for name, value in tuned.state_dict().items() if not torch.equal(value, before[name])}
        self.assertEqual({name for name in changed if name.startswith("enc")}, set())
        self.assertEqual({name for name in tuned.convs if name.startswith(("dec", "head"))}, changed)


class Protocol(Folder):
    def test_the_paper_s_changes_are_its_own_alone(self):
        strength = protocol.paper_strength()
        self.assertEqual((strength.flip, strength.depth_crop, strength.stripes), (0.5, 0.4, 0.4))
        self.assertEqual((strength.noise, strength.overlay, strength.sector_error, strength.compression), (0, 0, 0, 0))

    def test_both_networks_get_the_same_frames(self):
        asked = asked_parse(["protocol", "--quick"])
        runs = protocol.runs(asked, SPEC, self.data)
        self.assertEqual(len({tuple(run.training.rows) for run in runs}), 1)
        self.assertEqual(len({tuple(run.scored.rows) for run in runs}), 1)


class Runs(Folder):
    def run_of(self, **changes):
        parts = parts_held_out(self.data.dataset)
        run = Run(
            command="curve", name="x", seed=1, network=lambda: Network(SPEC), trained_on=self.data,
            training=subset_nested(parts.training, 12, 1), scored_on=self.data, scored=parts.scored,
            recipe=Recipe(batch=2, steps=4), choosing=parts.choosing, check_steps=2,
        )  # fmt: skip
        return replace(run, **changes)

    def done(self, run):
        with contextlib.redirect_stdout(io.StringIO()):
            return run_do(run, MACHINE, self.path / "work")

    def test_a_stopped_run_goes_on_and_leaves_nothing_behind(self):
        run = self.run_of()
        with mock.patch("study.run.SAVE_SECONDS", 0), mock.patch("study.run.score_of", side_effect=KeyboardInterrupt):
            self.assertRaises(KeyboardInterrupt, self.done, run)
        kept = list((self.path / "work").rglob("*.pt"))
        self.assertEqual([path.stem for path in kept], [identity_hash(run.identity())])
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            row = run_do(run, MACHINE, self.path / "work")
        self.assertIn("goes on from step 4", said.getvalue())
        self.assertEqual((row["steps"], row["images"], row["frames"]), (4, 8, 12))
        self.assertEqual(list((self.path / "work").rglob("*.pt")), [])

    def test_the_best_check_is_kept_and_ends_a_run_that_gets_no_better(self):
        with mock.patch("study.run.mean_of", side_effect=[0.2, 0.5, 0.4, 0.3]):
            row = self.done(self.run_of(recipe=Recipe(batch=2, steps=20), patience=2))
        self.assertEqual((row["steps"], row["kept_step"]), (8, 4))

    def test_the_same_seed_gives_the_same_row(self):
        first, second = (self.done(self.run_of()) for _ in range(2))
        for key in ("id", "dice", "mean", "interval"):
            self.assertEqual(first[key], second[key])
        for other in (
            self.run_of(strength=strength_without(*FAMILIES)),
            self.run_of(network=lambda: Network(VARIANTS["half the filters"](SPEC))),
        ):
            self.assertNotEqual(identity_hash(other.identity()), first["id"])

    def test_a_network_that_is_scored_as_it_is_costs_no_minutes(self):
        row = self.done(self.run_of(recipe=None))
        self.assertEqual((row["steps"], row["minutes"], row["frames"], row["trained_parameters"]), (0, 0, 0, 0))


class Rows(unittest.TestCase):
    def test_a_row_of_the_same_run_is_replaced(self):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "results" / "x.json"
            for row in ({"id": "a", "mean": 1}, {"id": "b", "mean": 2}, {"id": "a", "mean": 3}):
                row_put(path, row)
            self.assertEqual(rows_read(path), [{"id": "a", "mean": 3}, {"id": "b", "mean": 2}])
            path.write_text("[]")
            with self.assertRaisesRegex(RowsError, "x.json holds no results"):
                rows_read(path)


class Report(unittest.TestCase):
    def test_only_what_lies_between_the_markers_changes(self):
        text = "a\n<!-- curve: written by `npm run study -- report` -->\nold\n<!-- end of curve -->\nb\n"
        self.assertEqual(block_put(text, "curve", "new"), text.replace("old", "new"))
        with self.assertRaisesRegex(RowsError, "lacks the markers of losses"):
            block_put(text, "losses", "new")

    def test_rows_of_the_same_kind_share_a_line_and_others_a_table(self):
        def row(name, seed, mean, start="", setting="2 steps", scored_on="d", parameters=1500):
            dice = {name: None for name in SHORT}
            return {
                "name": name, "parameters": parameters, "frames": 10, "seed": seed, "mean": mean, "interval": [mean - 0.1, mean + 0.1],
                "dice": {**dice, "rib": mean, "b_line": mean - 0.2}, "steps": 2, "epochs": 1.5, "minutes": 3,
                "images_per_second": 7, "start": start, "setting": setting, "scored_on": scored_on,
            }  # fmt: skip

        rows = [row("tuned", 1, 0.5, "a"), row("tuned", 2, 0.7, "a"), row("scratch", 1, 0.3), row("tuned", 1, 0.9, "b")]
        latest, first = settings_of(rows)
        self.assertEqual([(each["name"], each["mean"]) for each in latest], [("scratch", 0.3), ("tuned", 0.9)])
        self.assertEqual(len(first), 3)
        self.assertEqual(len(settings_of([*rows, row("tuned", 1, 0.9, "a", "3 steps")])), 3)
        lines = table_of(first)
        self.assertEqual(len(lines), 4)
        cells = [cell.strip() for cell in lines[2].split("|")[1:-1]]
        # The mean of both seeds, the interval's ends likewise, SD of 0.5 and 0.7, mean of the two findings.
        self.assertEqual(cells[:8], ["tuned", "1,500", "10", "2", "0.600", "0.500-0.700", "0.141", "0.500"])
        self.assertEqual(cells[8:11], ["0.600", "-", "-"])
        self.assertEqual(len(table_of([*first, row("tuned", 1, 0.9, "a", parameters=3000)])), 5)

    def test_ticks_are_round_and_hold_all(self):
        self.assertEqual(ticks_of(0.23, 0.71), [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
        self.assertEqual(ticks_of(0.612, 0.618)[0], 0.612)

    def test_a_plot_puts_points_where_they_belong(self):
        line = Series("a < b", (Point(10, 0.2, 0.1, 0.3), Point(100, 0.4, 0.4, 0.4)))
        svg = ElementTree.fromstring(plot_svg("t", "x", "y", [line], ("level", 0.2)))
        dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in svg.iter("{http://www.w3.org/2000/svg}circle")]
        # The ticks go from 0.1 to 0.4, the plot from 40 to 350: a third of the way up, and the top.
        self.assertEqual(dots, [(60, 246.7), (460, 40)])


class Commands(unittest.TestCase):
    def said(self, *arguments):
        out, error = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
            return main(list(map(str, arguments))), out.getvalue(), error.getvalue()

    def test_every_command_runs_through(self):
        torch.manual_seed(0)
        start = Start("random", lambda: Network(SPEC))
        with tempfile.TemporaryDirectory() as name, mock.patch("study.__main__.start_open", lambda *_: start):
            quick = ("--quick", "--threads", 1, "--precision", "float32", "--work", name)
            for command, rows in (("protocol", 3), ("curve", 3), ("ablations", 18), ("capacity", 4), ("losses", 5), ("transfer", 5)):
                code, said, error = self.said(command, *quick)
                self.assertEqual((code, error), (0, ""), command)
                path = Path(name) / "quick" / "results" / f"{command}.json"
                found = json.loads(path.read_text())["rows"]
                self.assertEqual(len(found), rows, command)
                self.assertEqual(len({row["id"] for row in found}), rows, command)
                self.assertTrue(all(row["command"] == command and row["threads"] == 1 for row in found))
            code, said, error = self.said("report", "--quick", "--work", name)
            self.assertEqual((code, error), (0, ""))
            text = (Path(name) / "quick" / "STUDY.md").read_text()
            self.assertRegex(text, r"\| U-Net of Howell et al\. \| [\d,]+ \| 8 \| 1 \| 0\.")
            self.assertRegex(text, r"\| without domain randomisation \| [\d,]+ \| 8 \| 1 \| 0\.")
            for plot in ("curve", "transfer"):
                ElementTree.parse(Path(name) / "quick" / "plots" / f"{plot}.svg")

    def test_rows_that_are_there_are_not_trained_again(self):
        with tempfile.TemporaryDirectory() as name:
            fake_dataset_write(Path(name) / "data")
            order = ["curve", "--data", f"{name}/data", "--frames", 4, "--steps", 1, "--threads", 1, "--out", name]
            order += ["--work", f"{name}/work", "--precision", "float32"]
            self.assertIn("run 1 of 1", self.said(*order)[1])
            self.assertIn("1 of 1 rows are there already", self.said(*order)[1])
            self.assertIn("run 1 of 1", self.said(*order, "--fresh")[1])

    def test_bad_orders_are_refused_in_a_sentence(self):
        with tempfile.TemporaryDirectory() as name:
            code, _, said = self.said("curve", "--data", f"{name}/none", "--work", name, "--out", name)
            self.assertEqual((code, said.count("\n")), (2, 1))
            self.assertRegex(said, "none/index.json does not exist")
            code, _, said = self.said("losses", "--quick", "--work", name, "--start", f"{name}/none.pt")
            self.assertEqual(code, 2)
            self.assertRegex(said, "none.pt does not exist")
            code, _, said = self.said("curve", "--quick", "--work", name, "--only", "all")
            self.assertRegex(said, "There is no row named all; there are: 4 frames")

    def test_too_large_a_subset_gives_way_to_all_frames(self):
        with tempfile.TemporaryDirectory() as name:
            fake_dataset_write(Path(name))
            data = data_open([name], SPEC)
            counts = [len(run.training) for run in curve.runs(asked_parse(["curve", "--data", name]), SPEC, data)]
            self.assertEqual(counts, [50, 72])
            asked = asked_parse(["curve", "--data", name, "--frames", "10", "20"])
            self.assertEqual([len(run.training) for run in curve.runs(asked, SPEC, data)], [10, 20])


if __name__ == "__main__":
    unittest.main()
