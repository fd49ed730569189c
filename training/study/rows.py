"""The results: one JSON file a command, one row a run."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path


class RowsError(Exception):
    """A file of results that cannot be read; the sentence names it."""


def identity_hash(identity: dict) -> str:
    """Twelve hexadecimal digits that differ wherever a run would."""
    return hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()[:12]


def rows_read(path: Path) -> "list[dict]":
    if not path.is_file():
        return []
    try:
        rows = json.loads(path.read_text(encoding="utf8"))["rows"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RowsError(f"{path} holds no results ({error!r}): take it back from version control, or delete it.") from error
    return rows


def rows_write(path: Path, rows: "list[dict]") -> None:
    """Replaces the file whole; a row a line, so that changes are seen row by row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    lines = ",\n".join(json.dumps(row) for row in rows)
    partial.write_text(f'{{"rows": [\n{lines}\n]}}\n', encoding="utf8")
    os.replace(partial, path)


def row_put(path: Path, row: dict) -> None:
    """Adds the row, in place of an older one of the same run."""
    rows = rows_read(path)
    places = [place for place, other in enumerate(rows) if other["id"] == row["id"]]
    if places:
        rows[places[0]] = row
    else:
        rows.append(row)
    rows_write(path, rows)
