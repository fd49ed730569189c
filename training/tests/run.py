"""Runs every test of the trainer and writes the counts as JSON to the path given."""

from __future__ import annotations

import json
import sys
import unittest
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent


def main() -> int:
    sys.path.insert(0, str(TRAINING))
    suite = unittest.defaultTestLoader.discover(str(TRAINING / "tests"), top_level_dir=str(TRAINING))
    result = unittest.TextTestRunner(verbosity=2, buffer=True).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    counts = {"passed": result.testsRun - failed - skipped, "failed": failed, "skipped": skipped}
    Path(sys.argv[1]).write_text(json.dumps(counts), encoding="utf8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
