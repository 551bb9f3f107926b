"""Faces are made unrecognisable before a photo leaves; shelves are left as they are.

`astronaut.jpg` is NASA's portrait of Eileen Collins, in the public domain.
"""

import asyncio
import time
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from shelfvision.inference.faces import FaceFinder
from storewalk.core.platform import Platform
from storewalk.photos.api import FaceVeil, UnfitPhoto, VeilUnavailable
from storewalk.photos.onnx_face_veil import OnnxFaceVeil
from tests.factories.photos import encoded, jpeg, picture

FACE = (170, 45, 285, 195)  # in the portrait, with hair and chin
SIDE = 1600


@pytest.fixture(scope="module")
def portrait() -> Image.Image:
    return Image.open(Path(__file__).with_name("astronaut.jpg")).convert("RGB")


@pytest.fixture(scope="module")
def veil(platform: Platform) -> FaceVeil:
    return platform.resources[FaceVeil]


@pytest.fixture(scope="module")
def finder(platform: Platform) -> FaceFinder:
    model = platform.settings.face_model
    assert model is not None
    return FaceFinder(model)


def opened(webp: bytes) -> Image.Image:
    return Image.open(BytesIO(webp), formats=("WEBP",)).convert("RGB")


def apart(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> float:
    """Return the mean difference of grey levels within a box."""
    first, second = (np.asarray(each.crop(box).convert("L")).astype(np.int16) for each in (one, other))
    return float(np.abs(first - second).mean())


def detail(image: Image.Image, box: tuple[int, int, int, int]) -> float:
    """Return how much neighbouring grey levels within a box differ."""
    grey = np.asarray(image.crop(box).convert("L")).astype(np.int16)
    return float(np.abs(np.diff(grey, axis=1)).mean())


async def test_a_face_becomes_unrecognisable_and_the_rest_stays(
    veil: FaceVeil, finder: FaceFinder, portrait: Image.Image
) -> None:
    data = encoded(portrait, quality=95)
    veiled = opened(await veil.veil(data, SIDE))
    assert len(finder.find(np.asarray(portrait))) == 1
    assert finder.find(np.asarray(veiled)).tolist() == []
    assert apart(portrait, veiled, FACE) > 15
    assert detail(veiled, FACE) < detail(portrait, FACE) / 3
    for rest in ((0, 0, 120, 512), (340, 0, 512, 512), (0, 280, 512, 512)):
        assert apart(portrait, veiled, rest) < 4


@pytest.mark.parametrize("height", [36, 80, 160, 300, 600])
@pytest.mark.parametrize("lean", [0, 20])
async def test_a_passer_by_is_veiled_near_and_far(
    veil: FaceVeil, finder: FaceFinder, portrait: Image.Image, height: int, lean: int
) -> None:
    shelf = picture(7, (1600, 1200))
    head = portrait.crop((130, 10, 330, 280)).rotate(lean, Image.Resampling.BICUBIC, fillcolor=(120, 120, 120))
    person = head.resize((round(height * 200 / 140), round(height * 270 / 140)), Image.Resampling.LANCZOS)
    shelf.paste(person, (700, 300))
    box = (700 + person.width // 4, 300 + person.height // 4, 700 + person.width * 3 // 4, 300 + person.height * 3 // 4)
    veiled = opened(await veil.veil(encoded(shelf, quality=92), SIDE))
    assert apart(shelf, veiled, box) > 12
    assert not any(inside(face, box) for face in finder.find(np.asarray(veiled)))


async def test_a_picture_taken_sideways_is_veiled_upright_and_loses_its_metadata(
    veil: FaceVeil, finder: FaceFinder, portrait: Image.Image
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    data = encoded(portrait.transpose(Image.Transpose.ROTATE_90), exif=exif.tobytes(), quality=95)
    webp = await veil.veil(data, 400)
    assert opened(webp).size == (400, 400)
    assert apart(portrait.resize((400, 400)), opened(webp), (0, 250, 400, 400)) < 6
    assert finder.find(np.asarray(opened(webp))).tolist() == []
    assert b"Maker" not in webp
    assert b"EXIF" not in webp


async def test_the_event_loop_stays_free_meanwhile(veil: FaceVeil, portrait: Image.Image) -> None:
    working = asyncio.ensure_future(veil.veil(encoded(portrait.resize((1600, 1600))), SIDE))
    longest = 0.0
    while not working.done():
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        longest = max(longest, time.perf_counter() - before)
    assert longest < 0.5


async def test_what_is_no_picture_is_unfit(veil: FaceVeil) -> None:
    with pytest.raises(UnfitPhoto):
        await veil.veil(b"\xff\xd8\xff no picture", SIDE)


@pytest.mark.parametrize("content", [None, b"no model"])
async def test_without_a_working_model_nothing_is_let_through(tmp_path: Path, content: bytes | None) -> None:
    model = tmp_path / "faces.onnx"
    if content is not None:
        model.write_bytes(content)
    for path in (model, None):
        with pytest.raises(VeilUnavailable):
            await OnnxFaceVeil(path).veil(jpeg(), SIDE)


async def test_another_model_than_the_face_model_is_refused(platform: Platform) -> None:
    with pytest.raises(VeilUnavailable, match="no faces"):
        await OnnxFaceVeil(platform.settings.model).veil(jpeg(), SIDE)


def test_aisles_without_people_are_hardly_touched(finder: FaceFinder, shared_data: Path) -> None:
    photos = sorted((shared_data / "shelf/gaps/train/images").glob("*.jpg"))[:50]
    shares = [veiled_share(finder, np.asarray(Image.open(photo).convert("RGB"))) for photo in photos]
    assert max(shares) < 0.03
    assert sum(shares) / len(shares) < 0.001


def veiled_share(finder: FaceFinder, image: NDArray[np.uint8]) -> float:
    """Return the sum of the boxes' areas as a share of the picture's."""
    faces = finder.find(image)
    return float(np.prod(faces[:, 2:] - faces[:, :2], axis=1).sum() / (image.shape[0] * image.shape[1]))


def inside(face: NDArray[np.float32], box: tuple[int, int, int, int]) -> bool:
    """Tell whether a found face's middle lies in a box."""
    x, y = (face[0] + face[2]) / 2, (face[1] + face[3]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])
