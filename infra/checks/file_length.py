"""Fail when a source file has more than 400 lines; such a file does more than one thing."""

import subprocess
import sys
from pathlib import Path

LIMIT = 400
SOURCES = ("*.py", "*.ts", "*.vue", "*.css", "*.sh", "*.sql", "infra/*", ".ci/*")
MADE = ("/generated/", "pwa/public/")


def source_files(root: Path) -> list[Path]:
    """The tracked and new source files of the repository, without what a tool has generated."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *SOURCES],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    names = [name for name in listing.stdout.split("\0") if name and not any(part in name for part in MADE)]
    return [path for name in sorted(set(names)) if (path := root / name).is_file()]


def main() -> int:
    """Print each file over the limit with its length; the exit code is 1 if there is one."""
    root = Path(__file__).resolve().parents[2]
    lengths = [(len(path.read_bytes().splitlines()), path) for path in source_files(root)]
    long = [(lines, path) for lines, path in lengths if lines > LIMIT]
    for lines, path in long:
        sys.stdout.write(f"{path.relative_to(root)}: {lines} lines, the limit is {LIMIT}\n")
    return 1 if long else 0


if __name__ == "__main__":
    sys.exit(main())
