"""Spoken notes as browsers record them, put together byte by byte: WebM with open ends, MP4 in fragments."""

from typing import Any
from uuid import UUID

from tests.factories.photos import registration


def element(name: int, content: bytes, *, open_end: bool = False) -> bytes:
    """Return an element of Matroska; one with an open end says nothing of its size."""
    tag = name.to_bytes((name.bit_length() + 7) // 8)
    return tag + (b"\x01" + b"\xff" * 7 if open_end else b"\x10" + len(content).to_bytes(3)) + content


def webm(lasts_ms: int = 12_000, *, track: int = 2, doc_type: bytes = b"webm") -> bytes:
    """Return a recording with a block a second."""
    tracks = element(0x1654AE6B, element(0xAE, element(0xD7, b"\1") + element(0x83, bytes([track]))))
    info = element(0x1549A966, element(0x2AD7B1, (1_000_000).to_bytes(3)))
    clusters = b"".join(
        element(0x1F43B675, element(0xE7, at.to_bytes(4)) + element(0xA3, b"\x81\0\0\x80opus"), open_end=True)
        for at in [*range(0, lasts_ms, 1000), lasts_ms]
    )
    return element(0x1A45DFA3, element(0x4282, doc_type)) + element(0x18538067, info + tracks + clusters, open_end=True)


def box(name: bytes, *content: bytes) -> bytes:
    """Return a box of MP4."""
    inside = b"".join(content)
    return (8 + len(inside)).to_bytes(4) + name + inside


def mp4(lasts_ms: int = 12_000, *, handler: bytes = b"soun") -> bytes:
    """Return a recording whose fragments each last a second, in units of a millisecond."""
    mdhd = box(b"mdhd", bytes(12), (1000).to_bytes(4), bytes(8))
    mdia = box(b"mdia", mdhd, box(b"hdlr", bytes(8), handler, bytes(13)))
    trex = box(b"trex", bytes(4), (1).to_bytes(4), (1).to_bytes(4), (20).to_bytes(4), bytes(8))
    moov = box(b"moov", box(b"mvhd", bytes(100)), box(b"trak", mdia), box(b"mvex", trex))
    fragments = (
        box(b"moof", box(b"traf", box(b"tfhd", bytes(4), (1).to_bytes(4)), box(b"trun", bytes(4), run.to_bytes(4))))
        + box(b"mdat", b"aac")
        for run in [50] * (lasts_ms // 1000)
    )
    return box(b"ftyp", b"isom", bytes(4)) + moov + b"".join(fragments)


def voice_registration(data: bytes, store_id: UUID | str, kind: str = "audio/webm") -> dict[str, Any]:
    """Return the body that announces a spoken note."""
    return registration(data, store_id, purpose="voice", contentType=kind)
