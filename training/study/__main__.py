"""`npm run study -- COMMAND`: see training/README.md."""

from __future__ import annotations

import shutil
import sys

import torch

from checkpoint import CheckpointError
from dataset import DatasetError
from export import ExportError
from fake import fake_dataset_write
from network import spec_read
from start import start_open
from study import ablations, capacity, curve, loss_terms, protocol, transfer
from study.asked import Asked, asked_parse
from study.frames import Data, data_open
from study.report import report_write
from study.rows import RowsError, identity_hash, row_put, rows_read, rows_write
from study.run import Machine, Run, run_do


def runs_of(asked: Asked, data: Data, narrow: "Data | None", spec: dict) -> "list[Run]":
    if asked.command == "protocol":
        return protocol.runs(asked, spec, data)
    if asked.command == "curve":
        return curve.runs(asked, spec, data)
    if asked.command == "ablations":
        return ablations.runs(asked, spec, data, narrow)
    start = start_open(asked.start, spec)
    if asked.command == "capacity":
        return capacity.runs(asked, data, start)
    if asked.command == "losses":
        return loss_terms.runs(asked, data, start)
    return transfer.runs(asked, spec, data, start)


def study(asked: Asked) -> int:
    """Trains what is missing of a command's rows; gives the number of rows that were added."""
    torch.set_num_threads(max(1, asked.threads))
    spec = spec_read()
    work, folders, narrow_folders = asked.work, asked.data, asked.narrow
    if asked.quick:
        work = asked.work / "quick"
        fake_dataset_write(work / "data")
        folders = narrow_folders = [str(work / "data")]
    data = data_open(folders or [], spec)
    narrow = data_open(narrow_folders, spec) if narrow_folders else None
    machine = Machine(torch.device(asked.device), asked.threads, asked.precision)
    runs = runs_of(asked, data, narrow, spec)
    if asked.only:
        unknown = set(asked.only) - {run.name for run in runs}
        if unknown:
            names = ", ".join(dict.fromkeys(run.name for run in runs))
            raise DatasetError(f"There is no row named {', '.join(sorted(unknown))}; there are: {names}.")
        runs = [run for run in runs if run.name in asked.only]
    path = asked.out / "results" / f"{asked.command}.json"
    if asked.fresh or asked.quick:
        rows_write(path, [])
        shutil.rmtree(work / asked.command, ignore_errors=True)
    done = {row["id"] for row in rows_read(path)}
    waiting = [run for run in runs if identity_hash(run.identity()) not in done]
    if len(waiting) < len(runs):
        print(f"{len(runs) - len(waiting)} of {len(runs)} rows are there already; --fresh runs them anew")
    for place, run in enumerate(waiting):
        place_of = f"run {place + 1} of {len(waiting)}"
        print(f"{place_of}: {run.name}, {len(run.training) if run.recipe else 0} frames, seed {run.seed}", flush=True)
        row = run_do(run, machine, work, f"  ({place_of})")
        row_put(path, row)
        print(f"  mean Dice {row['mean']} {row['interval']}, {row['minutes']:.1f} min", flush=True)
    print(f"{path} holds {len(rows_read(path))} rows; `npm run study -- report` writes the tables and plots")
    return len(waiting)


def main(argv: "list[str]") -> int:
    asked = asked_parse(argv)
    try:
        if asked.command == "report":
            for path in report_write(asked.out):
                print(f"wrote {path}")
        else:
            study(asked)
    except (CheckpointError, DatasetError, ExportError, RowsError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; the same command goes on where it was", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
