"""How Excel shows its numbers: codes with their leading zeros, days and times as people read them (part 1, 18.8.30)."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final
from xml.etree import ElementTree as ET

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a wall clock, as Excel counts its days
FROM_1904: Final = 1462
LAST_DAY: Final = 2_958_465
# Formats that files only name by number; 27 to 36 and 50 to 58 are those of Chinese and Japanese dates.
BUILT_IN: Final = {
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), 34, 35, 36, *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 46, 47), "h:mm"),
}
IN_QUOTES: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
ZEROS: Final = re.compile(r"0{2,}")


def moment_of(days: Decimal) -> datetime:
    """Return the wall clock, to the second, that Excel keeps as days since the end of 1899."""
    return EPOCH + timedelta(seconds=round(float(days) * 86_400))


class Formats:
    """The number formats of a workbook's cells, by the number of their style."""

    def __init__(self, styles: ET.Element | None, *, since_1904: bool) -> None:
        self._shift = FROM_1904 if since_1904 else 0
        self._codes: list[str] = []
        if styles is None:
            return
        custom = {int(each.attrib["numFmtId"]): each.attrib["formatCode"] for each in styles.iter(f"{MAIN}numFmt")}
        for cells in styles.iter(f"{MAIN}cellXfs"):
            numbers = [int(each.attrib.get("numFmtId", 0)) for each in cells.iter(f"{MAIN}xf")]
            self._codes = [custom.get(number, BUILT_IN.get(number, "")) for number in numbers]

    def written(self, style: int, number: str) -> str:
        """Return a number as its cell shows it where that is a code with zeros, a day or a time; else as it is."""
        code = self._codes[style] if style < len(self._codes) else ""
        if not code or code == "General":
            return number
        shape = IN_QUOTES.sub("", code.split(";", maxsplit=1)[0]).lower()
        if ZEROS.fullmatch(shape) and number.isdigit():
            return number.zfill(len(shape))
        if any(letter in shape for letter in "yd"):
            return self._moment(number)
        return self._moment(number, time_only=True) if any(letter in shape for letter in "hs") else number

    def _moment(self, number: str, *, time_only: bool = False) -> str:
        days = Decimal(number) + self._shift
        if not 0 <= days <= LAST_DAY:
            return number
        moment = moment_of(days)
        text = moment.isoformat(" ")
        if time_only and days < 1:
            text = f"{moment:%H:%M:%S}"
        elif days == int(days):
            return f"{moment:%Y-%m-%d}"
        return text.removesuffix(":00")
