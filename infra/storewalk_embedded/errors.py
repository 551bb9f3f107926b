"""What can go wrong while starting, in words for the person at the terminal."""

from pathlib import Path


class EmbeddedError(Exception):
    """Storewalk cannot start or go on; the message says why and what to do."""


def last_lines(log: Path, count: int = 20) -> str:
    """The end of a log file, for an error message; empty if there is no such file."""
    if not log.is_file():
        return ""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 16_384))
        return "\n".join(file.read().decode(errors="replace").splitlines()[-count:])
