"""Reading a spoken note in WebM, as most browsers record it: what it holds and how long it lasts.

Matroska's elements are an id, a size and content (RFC 8794, RFC 9559). A browser that records does not know the sizes
of what it has begun, so masters are entered and left to end by themselves, and only leaves are skipped by their size.
"""

from collections.abc import Iterator
from typing import Final

from storewalk.photos.darkroom import Reason, UnfitPhoto

HEADER, DOC_TYPE = 0x1A45DFA3, 0x4282
SEGMENT, INFO, TRACKS, TRACK, CLUSTER, BLOCK_GROUP = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675, 0xA0
SCALE, TRACK_TYPE, TIMESTAMP, SIMPLE_BLOCK, BLOCK = 0x2AD7B1, 0x83, 0xE7, 0xA3, 0xA1
MASTERS: Final = {HEADER, SEGMENT, INFO, TRACKS, TRACK, CLUSTER, BLOCK_GROUP}
SOUND: Final = 2  # a track's type; 1 is pictures
MILLISECOND: Final = 1_000_000  # nanoseconds; also the scale of files that name none
LONGEST_ID, LONGEST_SIZE = 4, 8


def webm_duration_ms(data: bytes) -> int:
    """Return how long a WebM file lasts that holds sound and nothing else.

    Raises:
        UnfitPhoto: it is no WebM, holds pictures or no sound, or is damaged.

    """
    scale, base, last, blocks = MILLISECOND, 0, 0, 0
    kinds: set[int] = set()
    doc_type = b""
    for element, content in elements(data):
        match element:
            case _ if element == DOC_TYPE:
                doc_type = content.rstrip(b"\0")
            case _ if element == SCALE:
                scale = int.from_bytes(content) or MILLISECOND
            case _ if element == TRACK_TYPE:
                kinds.add(int.from_bytes(content))
            case _ if element == TIMESTAMP:
                base = int.from_bytes(content)
            case _ if element in {SIMPLE_BLOCK, BLOCK}:
                last, blocks = max(last, base + offset(content)), blocks + 1
            case _:
                pass
    if doc_type != b"webm" or kinds != {SOUND}:
        raise UnfitPhoto(Reason.WRONG_TYPE)
    if blocks == 0:
        raise UnfitPhoto(Reason.UNREADABLE)
    return last * scale // MILLISECOND


def elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Return every leaf with its content, in order; a file that ends within one is damaged."""
    at = 0
    while at < len(data):
        element, at = number(data, at, LONGEST_ID, keep_marker=True)
        size, at = number(data, at, LONGEST_SIZE, keep_marker=False)
        if element in MASTERS:
            continue
        if at + size > len(data):
            raise UnfitPhoto(Reason.UNREADABLE)
        yield element, data[at : at + size]
        at += size


def number(data: bytes, at: int, longest: int, *, keep_marker: bool) -> tuple[int, int]:
    """Return a number of variable length and where it ends; the zeros before its first 1 tell how long it is."""
    length = 9 - data[at].bit_length() if at < len(data) else longest + 1
    if length > longest or at + length > len(data):
        raise UnfitPhoto(Reason.UNREADABLE)
    value = int.from_bytes(data[at : at + length])
    return (value if keep_marker else value & ~(1 << (7 * length))), at + length


def offset(block: bytes) -> int:
    """Return when a block begins, in its cluster's units: a signed number after the track's."""
    _, at = number(block, 0, LONGEST_SIZE, keep_marker=False)
    if at + 2 > len(block):
        raise UnfitPhoto(Reason.UNREADABLE)
    return int.from_bytes(block[at : at + 2], signed=True)
