"""Small files that are replaced whole or not at all."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast


def write_json(path: Path, content: Mapping[str, str | int], *, mode: int = 0o600) -> None:
    """Replace the file in one step; a crash leaves the old or the new content."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as file:
        json.dump(content, file, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def read_json(path: Path) -> dict[str, object]:
    """The object in the file; empty when there is no file."""
    if not path.is_file():
        return {}
    return cast("dict[str, object]", json.loads(path.read_text()))
