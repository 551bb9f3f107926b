"""`python -m tests.bench.vision_process MODEL LANES PHOTO...`: read photos in blocks; print how many, and peak MiB."""

import sys
from pathlib import Path

from shelfvision.inference.block import detect_batch

BLOCK = 8


def main(model: str, lanes: str, *photos: str) -> None:
    """Read the files."""
    read = 0
    for first in range(0, len(photos), BLOCK):
        block = [Path(photo).read_bytes() for photo in photos[first : first + BLOCK]]
        read += sum(answer.reading is not None for answer in detect_batch(block, Path(model), int(lanes)))
    # not ru_maxrss, which counts what the process that started this one holds
    peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
    print(read, int(peak) / 1024)


main(*sys.argv[1:])
