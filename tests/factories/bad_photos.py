"""What strangers upload: broken, lying and hostile files, each with what must become of it."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from tests.factories.photos import encoded, jpeg, picture

JPEG, PNG, WEBP = "image/jpeg", "image/png", "image/webp"
RED, BLUE = (200, 30, 30), (30, 30, 200)
SCRIPT = b"<script>alert('polyglot')</script>"
PHP = b"<?php system($_GET['c']); ?>"
PLACE = b"31.2304"


@dataclass(frozen=True)
class Bad:
    """A file, the type it claims, the reason of its refusal (None: it is converted), and bytes never to be served."""

    data: bytes
    claims: str = JPEG
    reason: str | None = None
    marks: tuple[bytes, ...] = ()
    left: tuple[int, int, int] | None = None
    """The colour of the left edge of what is served, where that is what the case is about."""


def halves(size: tuple[int, int] = (200, 100)) -> Image.Image:
    """Draw a picture red on the left and blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return image


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a PNG chunk."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, rows: bytes, *, depth: int = 8, interlaced: bool = False, extra: bytes = b"") -> bytes:
    """Write a grey PNG from its filtered rows, with more chunks before them."""
    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, int(interlaced))
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
    return start + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def adam7(grey: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> bytes:
    """Write an interlaced grey PNG."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b"".join(b"\0" + row.tobytes() for x, y, by_x, by_y in passes for row in grey[y::by_y, x::by_x] if row.size)
    return png(grey.shape[1], grey.shape[0], rows, interlaced=True)


def resized_in_header(data: bytes, width: int, height: int) -> bytes:
    """Make a JPEG claim another size."""
    place = data.index(b"\xff\xc0") + 5
    return data[:place] + struct.pack(">HH", height, width) + data[place + 4 :]


def segment(data: bytes, marker: int, body: bytes) -> bytes:
    """Put a segment behind the start of a JPEG."""
    return data[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body + data[2:]


def turned(orientation: int) -> bytes:
    """Store the halves so that EXIF orientation `orientation` turns them upright again."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = halves().transpose(back[orientation]) if orientation in back else halves()
    return encoded(stored, exif=exif.tobytes(), quality=95)


def located() -> bytes:
    """Return a JPEG with a GPS directory."""
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (31.0, 13.0, 49.44), "E", (121.0, 28.0, 25.32)
    return encoded(picture(), exif=exif.tobytes())


def own_tail(count: int) -> bytes:
    """Return an EXIF block whose directories point at themselves, with `count` entries."""
    entry = struct.pack("<HHII", 0x8769, 4, 1, 8)
    directory = struct.pack("<H", count) + entry * count + struct.pack("<I", 8)
    return b"Exif\0\0II*\0" + struct.pack("<I", 8) + directory


def archive() -> bytes:
    """Return a ZIP with a script."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("run.sh", SCRIPT)
    return out.getvalue()


def frames(kind: str) -> bytes:
    """Return an animation."""
    shots = [picture(seed, (64, 64)) for seed in (1, 2, 3)]
    return encoded(shots[0], kind, save_all=True, append_images=shots[1:], duration=100)


def kinds() -> Iterator[tuple[str, Bad]]:
    """Name every file."""
    yield from no_pictures()
    yield from lies()
    yield from bombs()
    yield from damage()
    yield from tolerated()
    yield from metadata()


def no_pictures() -> Iterator[tuple[str, Bad]]:
    """Name files that are no picture at all."""
    for name, data in {
        "text": b"hello, I am text",
        "script": SCRIPT * 10,
        "zeros": bytes(4096),
        "one byte": b"\xff",
        "JPEG's first bytes and nothing": b"\xff\xd8\xff" + b"A" * 500,
        "ZIP": archive(),
        "program": b"\x7fELF\x02\x01\x01" + bytes(500),
        "film": b"\0\0\0\x18ftypmp42" + bytes(500),
        "PDF with a JPEG inside": b"%PDF-1.4\n1 0 obj<</Type/XObject>>stream\n" + jpeg() + b"\nendstream\n%%EOF",
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    }.items():
        yield name, Bad(data, reason="unreadable", marks=(SCRIPT,))


def lies() -> Iterator[tuple[str, Bad]]:
    """Name pictures of another type than they claim, and types that are not taken."""
    formats = {JPEG: jpeg(), PNG: encoded(picture(), "PNG"), WEBP: encoded(picture(), "WEBP")}
    for actual, data in formats.items():
        for claims in formats:
            if claims != actual:
                yield f"{actual} called {claims}", Bad(data, claims, "wrong_type")
    for kind in ("GIF", "TIFF", "BMP", "ICO", "AVIF", "PPM", "JPEG2000"):
        yield f"{kind} called JPEG", Bad(encoded(picture(1, (64, 64)), kind), reason="unreadable")
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500)
    yield "HEIC called JPEG", Bad(heic, reason="unreadable")
    yield "GIF with a JAR", Bad(encoded(picture(1, (64, 64)), "GIF") + archive(), reason="unreadable", marks=(SCRIPT,))
    yield "animated GIF", Bad(frames("GIF"), reason="unreadable")
    yield "animated PNG", Bad(frames("PNG"), PNG, "animated")
    yield "animated WebP", Bad(frames("WEBP"), WEBP, "animated")


def bombs() -> Iterator[tuple[str, Bad]]:
    """Name files that would fill memory or take for ever."""
    yield "bomb by its header", Bad(png(30_000, 30_000, b"\0"), PNG, "too_large")
    yield "bomb by compression", Bad(png(9_000, 9_000, bytes(9_001 * 9_000)), PNG, "too_large")
    yield "JPEG that claims 81 MP", Bad(resized_in_header(jpeg(), 9_000, 9_000), reason="too_large")
    yield "60,000 by 1", Bad(png(60_000, 1, bytes(60_001)), PNG, "too_small")
    yield "1 by 1", Bad(png(1, 1, bytes(2)), PNG, "too_small")
    text = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9))
    yield "bomb in a text", Bad(png(64, 64, bytes(65 * 64), extra=text), PNG, "unreadable")
    profile = chunk(b"iCCP", b"icc\0\0" + zlib.compress(bytes(80_000_000), 9))
    yield "bomb in a profile", Bad(png(64, 64, bytes(65 * 64), extra=profile), PNG, "unreadable")


def damage() -> Iterator[tuple[str, Bad]]:
    """Name pictures that end early or are broken inside."""
    yield "truncated JPEG", Bad(jpeg(size=(1600, 1200))[:60_000], reason="unreadable")
    yield "truncated PNG", Bad(encoded(picture(), "PNG")[:-2_000], PNG, "unreadable")
    yield "truncated WebP", Bad(encoded(picture(), "WEBP")[:-2_000], WEBP, "unreadable")
    progressive = encoded(picture(1, (1600, 1200)), progressive=True)
    yield "progressive JPEG that ends early", Bad(progressive[: len(progressive) // 2], reason="unreadable")
    broken = bytearray(encoded(picture(), "PNG"))
    broken[60] ^= 0xFF
    yield "PNG with a wrong sum", Bad(bytes(broken), PNG, "unreadable")


def tolerated() -> Iterator[tuple[str, Bad]]:
    """Name files with a good picture and something else, of which only the picture may be served."""
    yield "JPEG and ZIP", Bad(jpeg() + archive(), marks=(b"PK\x03\x04", SCRIPT))
    yield "JPEG and HTML", Bad(jpeg() + b"<html>" + SCRIPT, marks=(SCRIPT,))
    yield "JPEG and PDF", Bad(jpeg() + b"%PDF-1.4", marks=(b"%PDF",))
    yield "JPEG and a megabyte", Bad(jpeg() + b"garbage!" * 131_072, marks=(b"garbage!",))
    yield "JPEG with a script as comment", Bad(segment(jpeg(), 0xFE, SCRIPT), marks=(SCRIPT,))
    words = PngInfo()
    words.add_text("Comment", PHP.decode())
    yield "PNG and PHP", Bad(encoded(picture(), "PNG", pnginfo=words) + PHP, PNG, marks=(b"<?php",))
    yield "CMYK, inverted as Adobe's", Bad(encoded(halves().convert("CMYK"), quality=95), left=RED)
    levels = np.full((64, 64), 40_000, np.uint16)
    yield "16-bit PNG", Bad(encoded(Image.fromarray(levels), "PNG"), PNG, left=(156, 156, 156))
    yield "interlaced PNG", Bad(adam7(np.full((40, 40), 90, np.uint8)), PNG, left=(90, 90, 90))
    yield "transparent palette", Bad(encoded(halves().convert("P"), "PNG", transparency=255), PNG)
    yield "two pictures in one", Bad(encoded(halves(), "MPO", save_all=True, append_images=[picture(2)]), left=RED)
    yield "progressive JPEG", Bad(encoded(halves(), progressive=True, quality=95), left=RED)


def metadata() -> Iterator[tuple[str, Bad]]:
    """Name pictures with metadata that is hostile, or private."""
    for orientation in range(1, 9):
        yield f"turned {orientation}", Bad(turned(orientation), left=RED)
    yield "GPS in EXIF", Bad(located(), marks=(b"Exif", b"GPS", PLACE))
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>" + PLACE + b"</exif:GPSLatitude></x:xmpmeta>"
    yield "GPS in XMP", Bad(segment(jpeg(), 0xE1, xmp), marks=(b"xmpmeta", PLACE))
    yield "EXIF that points at itself", Bad(segment(jpeg(), 0xE1, own_tail(1)))
    yield "huge EXIF", Bad(segment(jpeg(), 0xE1, own_tail(5_000)))
    yield "broken profile", Bad(encoded(halves(), icc_profile=b"no profile" * 50, quality=95), left=RED)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    yield "profile cut short", Bad(encoded(halves(), icc_profile=profile[:200], quality=95), left=RED)
