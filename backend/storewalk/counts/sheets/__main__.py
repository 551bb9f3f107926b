"""Writes one sheet and ends: `python -m storewalk.counts.sheets pdf FONT < sheet.json > file`."""

import sys
from pathlib import Path

import msgspec

from storewalk.counts.sheets.pdf import write_pdf
from storewalk.counts.sheets.shape import Form, Sheet
from storewalk.counts.sheets.xlsx import write_xlsx

if __name__ == "__main__":
    form, font = Form(sys.argv[1]), Path(sys.argv[2])
    sheet = msgspec.json.decode(sys.stdin.buffer.read(), type=Sheet)
    sys.stdout.buffer.write(write_pdf(sheet, font) if form is Form.PDF else write_xlsx(sheet))
