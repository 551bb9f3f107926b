"""Finds photographs of the same scene, so that a hold-out shares none with training.

The gap photos hold crops, flips and neighbouring frames of one aisle. ORB features of all photos (and of their mirror
images) are matched against each other; two photos are one scene when enough matches agree on one similarity transform
(Lowe 2004; Fischler and Bolles 1981). Scenes are the connected components.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from shelfvision.data.split import HOLDOUT_LIST, LEAKING_LIST

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEATURES = 220
MAX_DISTANCE = 40  # of 256 bits
NEIGHBOURS = 4
MIN_VOTES = 8
MIN_INLIERS = 10
MATCH_SIDE = 400
SPLIT_SEED = 20261122


def find_scenes(photos: list[Path]) -> list[list[Path]]:
    """Group photos into scenes, biggest first; a photo like no other is a scene of its own."""
    plain = [_features(path, mirrored=False) for path in photos]
    mirrored = [_features(path, mirrored=True) for path in photos]
    parent = list(range(len(photos)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for queries in (plain, mirrored):
        for a, b in _candidates(queries, plain):
            if root(a) != root(b) and _same_scene(queries[a], plain[b]):
                parent[root(a)] = root(b)
    groups: defaultdict[int, list[Path]] = defaultdict(list)
    for index, path in enumerate(photos):
        groups[root(index)].append(path)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].name))


def choose_holdout(scenes: list[list[Path]], share: float, seed: int) -> list[Path]:
    """Draw whole scenes, none over a fiftieth of all photos, until they hold ``share`` of the photos."""
    total = sum(len(scene) for scene in scenes)
    ordered = sorted(scenes, key=lambda group: (-len(group), group[0].name))
    small = [scene for scene in ordered if len(scene) <= total / 50]
    random.Random(seed).shuffle(small)  # noqa: S311 - a reproducible draw, not a secret
    chosen: list[Path] = []
    for scene in small:
        if len(chosen) >= share * total:
            break
        chosen.extend(scene)
    return sorted(chosen, key=lambda path: path.name)


class Features(NamedTuple):
    """A photo's key points (n, 2) in pixels of the matching size, and their ORB descriptors (n, 32)."""

    points: NDArray[np.float32]
    descriptors: NDArray[np.uint8]


def write_split(gaps: Path, share: float) -> tuple[int, int]:
    """Write the lists that ``data.split`` reads; return how many photos are held out, and how many of val leak.

    Takes some five minutes. The committed lists came from it.
    """
    everything = sorted((gaps / "train" / "images").glob("*.jpg")) + sorted((gaps / "val" / "images").glob("*.jpg"))
    scenes = find_scenes(everything)
    in_train = [[path for path in scene if path.parent.parent.name == "train"] for scene in scenes]
    in_val = [[path for path in scene if path.parent.parent.name == "val"] for scene in scenes]
    held_out = choose_holdout([scene for scene in in_train if scene], share, SPLIT_SEED)
    leaking = sorted(path.stem for train, val in zip(in_train, in_val, strict=True) if train for path in val)
    _write(HOLDOUT_LIST, [path.stem for path in held_out])
    _write(LEAKING_LIST, leaking)
    return len(held_out), len(leaking)


def _write(list_name: str, names: list[str]) -> None:
    """Replace a list of photo names in the data package."""
    target = Path(str(resources.files("shelfvision.data"))) / list_name
    target.write_text("".join(f"{name}\n" for name in names), encoding="ascii")


def _features(path: Path, *, mirrored: bool) -> Features:
    """Find the features of a photo or of its mirror image."""
    grey = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    grey = cv2.resize(grey, (MATCH_SIDE, MATCH_SIDE), interpolation=cv2.INTER_AREA)
    points, descriptors = cv2.ORB_create(FEATURES, fastThreshold=8).detectAndCompute(
        cv2.flip(grey, 1) if mirrored else grey, None
    )
    if descriptors is None:
        return Features(np.zeros((0, 2), np.float32), np.zeros((0, 32), np.uint8))
    return Features(np.array([point.pt for point in points], np.float32), descriptors)


def _candidates(queries: list[Features], base: list[Features]) -> list[tuple[int, int]]:
    """List pairs (query, base photo) with enough close descriptors, by one brute-force search over all photos."""
    owner = np.repeat(np.arange(len(base)), [len(points) for points, _ in base])
    matcher = cv2.BFMatcher(cv2.NORM_HAMMING)
    everything = np.concatenate([descriptors for _, descriptors in base])
    pairs: list[tuple[int, int]] = []
    for index, (_, descriptors) in enumerate(queries):
        votes: Counter[int] = Counter()
        for found in matcher.knnMatch(descriptors, everything, k=NEIGHBOURS + 1) if len(descriptors) else ():
            votes.update({int(owner[m.trainIdx]) for m in found if m.distance <= MAX_DISTANCE})
        pairs.extend((index, other) for other, count in votes.items() if other != index and count >= MIN_VOTES)
    return pairs


def _same_scene(one: Features, other: Features) -> bool:
    """Whether enough mutual matches of two photos agree on one similarity transform."""
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(one.descriptors, other.descriptors)
    close = [match for match in matches if match.distance <= MAX_DISTANCE * 1.5]
    if len(close) < MIN_INLIERS:
        return False
    source = one.points[[match.queryIdx for match in close]]
    target = other.points[[match.trainIdx for match in close]]
    _, inliers = cv2.estimateAffinePartial2D(source, target, ransacReprojThreshold=6.0)
    return inliers is not None and int(inliers.sum()) >= MIN_INLIERS
