"""Writes one empty workbook and ends: `python -m storewalk.integrations.blank < blank.json > file`."""

import sys

import msgspec

from storewalk.integrations.blank.shape import Blank
from storewalk.integrations.blank.xlsx import write_blank

if __name__ == "__main__":
    sys.stdout.buffer.write(write_blank(msgspec.json.decode(sys.stdin.buffer.read(), type=Blank)))
