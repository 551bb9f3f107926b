"""What an RFID tag says: the product's GTIN where it holds one, and the identity under which it counts once.

GS1 EPC Tag Data Standard 1.13, 14.5.1. An SGTIN is 8 bits header (0x30 for SGTIN-96, 0x36 for SGTIN-198), 3 filter,
3 partition, 44 company prefix and item reference, and the serial: 38 bits of a number, or twenty characters of 7 bits.
The partition says how the 44 are shared; the first digit of the item reference is the GTIN's indicator:

    partition            0   1   2   3   4   5   6
    company prefix bits  40  37  34  30  27  24  20
    ............. digits 12  11  10   9   8   7   6
    item reference bits   4   7  10  14  17  20  24
    ............. digits  1   2   3   4   5   6   7
"""

import re
from typing import Final
from urllib.parse import quote, unquote

from msgspec import Struct

from storewalk.catalog.api import check_digit

PARTITIONS: Final = ((40, 12), (37, 11), (34, 10), (30, 9), (27, 8), (24, 7), (20, 6))
"""Bits and digits of the company prefix."""
SHARED_BITS, SHARED_DIGITS = 44, 13
SERIAL_96, SERIAL_198 = 38, 140
SERIAL_SAFE: Final = "!'()*+,-.:;=_"
"""What of a serial's characters stands in an URI as it is, beside letters and digits (table A-1)."""
SGTIN: Final = "sgtin"
OTHER: Final = "other"
SCHEMES: Final = {
    0x2C: "gdti", 0x2D: "gsrn", 0x2E: "gsrnp", 0x2F: "usdod", 0x31: "sscc", 0x32: "sgln", 0x33: "grai", 0x34: "giai",
    0x35: "gid", 0x37: "grai", 0x38: "giai", 0x39: "sgln", 0x3A: "gdti", 0x3B: "adi", 0x3C: "cpi", 0x3D: "cpi",
    0x3E: "gdti", 0x3F: "sgcn", 0x40: "itip", 0x41: "itip",
}  # fmt: skip
"""Schemes by their header (table 14-1)."""
HEX: Final = re.compile(r"(?:[0-9A-F]{4}){4,32}", re.IGNORECASE)
RAW: Final = re.compile(r"urn:epc:raw:\d+\.x([0-9A-F]+)", re.IGNORECASE)
SGTIN_URI: Final = re.compile(
    r"urn:epc:(?:id:sgtin:|tag:sgtin-(?:96|198):[0-7]\.)(\d{6,12})\.(\d{1,7})\.([\w!'()*+,.:;=%-]{1,60})",
    re.IGNORECASE | re.ASCII,
)
URI: Final = re.compile(r"urn:epc:(?:id|tag|raw):([a-z]+)[\w.:;=%!'()*+,#/-]{1,160}", re.IGNORECASE | re.ASCII)


class Epc(Struct, frozen=True):
    """A tag: its `identity`, whoever read it in whatever notation, its scheme, and the GTIN's 14 digits if it has one.

    A tag of another scheme than SGTIN is known by the way it was written.
    """

    identity: str
    scheme: str
    gtin: str | None = None


def read_epc(text: str) -> Epc | None:
    """Read a tag from its hexadecimal memory or from an URI, as a pure identity or a tag; None for anything else."""
    text = text.strip()
    raw = RAW.fullmatch(text)
    digits = raw[1] if raw else text
    if HEX.fullmatch(digits):
        return _from_memory(digits.upper())
    sgtin = SGTIN_URI.fullmatch(text)
    if sgtin and len(sgtin[1]) + len(sgtin[2]) == SHARED_DIGITS:
        return _sgtin(sgtin[1], sgtin[2], unquote(sgtin[3]))
    other = URI.fullmatch(text)
    return Epc(text, other[1].lower()) if other else None


def _from_memory(digits: str) -> Epc:
    header = int(digits[:2], 16)
    if header == 0x30 and len(digits) == 24:  # noqa: PLR2004 - an SGTIN-96 in its 96 bits
        found = _sgtin_in(int(digits, 16), SERIAL_96)
    elif header == 0x36 and len(digits) == 52:  # noqa: PLR2004 - an SGTIN-198, filled up to whole words
        found = _sgtin_in(int(digits, 16) >> 10, SERIAL_198)
    else:
        found = Epc(digits, SCHEMES.get(header, OTHER))
    return found or Epc(digits, OTHER)


def _sgtin_in(memory: int, serial_bits: int) -> Epc | None:
    partition = memory >> serial_bits + SHARED_BITS & 7
    if partition >= len(PARTITIONS):
        return None
    prefix_bits, prefix_digits = PARTITIONS[partition]
    item_bits, item_digits = SHARED_BITS - prefix_bits, SHARED_DIGITS - prefix_digits
    shared = memory >> serial_bits & (1 << SHARED_BITS) - 1
    prefix, item = shared >> item_bits, shared & (1 << item_bits) - 1
    if prefix >= 10**prefix_digits or item >= 10**item_digits:
        return None
    number = memory & (1 << serial_bits) - 1
    serial = str(number) if serial_bits == SERIAL_96 else _characters(number)
    return _sgtin(f"{prefix:0{prefix_digits}}", f"{item:0{item_digits}}", serial)


def _characters(number: int) -> str:
    codes = (number >> at & 0x7F for at in range(SERIAL_198 - 7, -1, -7))
    return "".join(chr(code) for code in codes if code)


def _sgtin(prefix: str, item: str, serial: str) -> Epc:
    body = item[0] + prefix + item[1:]
    identity = f"urn:epc:id:sgtin:{prefix}.{item}.{quote(serial, safe=SERIAL_SAFE)}"
    return Epc(identity, SGTIN, body + str(check_digit(body)))
