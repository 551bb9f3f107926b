"""Reading a spoken note in MP4, as Safari records it: what it holds and how long it lasts (ISO/IEC 14496-12)."""

from collections.abc import Iterator
from typing import Final

from storewalk.photos.darkroom import Reason, UnfitPhoto

PARENTS: Final = {b"moov", b"trak", b"mdia", b"mvex", b"moof", b"traf"}
SOUND: Final = b"soun"
LONG = 1  # a box of this size has its real one, of eight bytes, after its name
DURATION_OF_FRAGMENT: Final = 0x08
BEFORE_IT: Final = ((0x01, 8), (0x02, 4))  # what else a fragment's header may hold before the duration
DATA_OFFSET, FIRST_FLAGS, OWN_DURATION = 0x01, 0x04, 0x100
OF_SAMPLE: Final = (0x100, 0x200, 0x400, 0x800)


def mp4_duration_ms(data: bytes) -> int:
    """Return how long an MP4 file lasts that holds sound and nothing else, whole or in fragments.

    Raises:
        UnfitPhoto: it is no MP4, holds pictures or no sound, or is damaged.

    """
    if data[4:8] != b"ftyp":
        raise UnfitPhoto(Reason.WRONG_TYPE)
    kinds: set[bytes] = set()
    scale = whole = usual = in_fragments = 0
    for name, box in boxes(data):
        match name:
            case b"hdlr":
                kinds.add(box[8:12])
            case b"mdhd":
                scale, whole = scale_and_duration(box)
            case b"trex":
                usual = int.from_bytes(box[12:16])
            case b"tfhd":
                usual = fragment_duration(box) or usual
            case b"trun":
                in_fragments += run_duration(box, usual)
            case _:
                pass
    if kinds != {SOUND}:
        raise UnfitPhoto(Reason.WRONG_TYPE)
    if scale == 0 or whole + in_fragments == 0:
        raise UnfitPhoto(Reason.UNREADABLE)
    return max(whole, in_fragments) * 1000 // scale


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Return every box that holds no others, by its name, in order; they fill what they lie in without a rest."""
    at = 0
    while at < len(data):
        size, name, header = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], 8
        if size == LONG:
            size, header = int.from_bytes(data[at + 8 : at + 16]), 16
        if size < header or at + size > len(data):
            raise UnfitPhoto(Reason.UNREADABLE)
        content = data[at + header : at + size]
        if name in PARENTS:
            yield from boxes(content)
        else:
            yield name, content
        at += size


def scale_and_duration(box: bytes) -> tuple[int, int]:
    """Return a track's units in a second, and how many of them it lasts; version 1 of the box has longer numbers."""
    start, length = (20, 8) if box[:1] == b"\1" else (12, 4)
    duration = box[start + 4 : start + 4 + length]
    unknown = not duration.strip(b"\xff")
    return int.from_bytes(box[start : start + 4]), 0 if unknown else int.from_bytes(duration)


def fragment_duration(box: bytes) -> int:
    """Return how long each sample of a fragment lasts, where its header says so."""
    flags = int.from_bytes(box[1:4])
    at = 8 + sum(size for flag, size in BEFORE_IT if flags & flag)
    return int.from_bytes(box[at : at + 4]) if flags & DURATION_OF_FRAGMENT else 0


def run_duration(box: bytes, usual: int) -> int:
    """Return how long a run of samples lasts, which each have their own duration or the usual one."""
    flags, count = int.from_bytes(box[1:4]), int.from_bytes(box[4:8])
    if not flags & OWN_DURATION:
        return count * usual
    at = 8 + 4 * bool(flags & DATA_OFFSET) + 4 * bool(flags & FIRST_FLAGS)
    step = 4 * sum(bool(flags & field) for field in OF_SAMPLE)
    if at + count * step > len(box):
        raise UnfitPhoto(Reason.UNREADABLE)
    return sum(int.from_bytes(box[place : place + 4]) for place in range(at, at + count * step, step))
