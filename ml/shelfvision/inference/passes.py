"""The passes over a photo: the whole first, then tiles where its facings are too small, further looks where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from shelfvision.inference.decode import Found, decode
from shelfvision.inference.fusion import FAINT, Look, fused, unmirrored
from shelfvision.inference.letterbox import fit
from shelfvision.inference.tiles import Tile, merged, on_photo, tiles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shelfvision.inference.model import ModelFacts, ShelfModel


def look(
    model: ShelfModel, image: NDArray[np.uint8], thresholds: Sequence[float], *, closely: bool = True
) -> tuple[Found, int]:
    """Find boxes (fractions of the photo) on a photo (h, w, 3; RGB, upright), and say how many passes it took.

    Each finer grid of the model's tile policy is tried only while the median facing of the grid before is smaller than
    the policy's ``small`` and the photo has pixels to show for it: with grids of 2 and 3, 1, 5 or 14 passes. A photo
    that needs no tiles is looked at in the model's other ways too, and all its looks are joined. Not ``closely``, it is
    looked at once. ``thresholds`` is the least score of each label, at most the model's own, which decide about the
    grids.
    """
    policy, facts = model.facts.tiles, model.facts
    height, width = image.shape[:2]
    first = _glance(model, image, facts.looks[0])
    findings = [[settled(facts, first, thresholds)]]
    grids = [[Tile(0, 0, width, height)]]
    if not closely:
        return findings[0][0], 1
    for grid in policy.grids:
        tiles = tiles_of(width, height, grid, policy.overlap)
        sharp = max(tiles[0].x1 - tiles[0].x0, tiles[0].y1 - tiles[0].y0) >= facts.side
        if not sharp or not _small(model, findings[-1], grids[-1]):
            break
        findings.append(see(model, [image[t.y0 : t.y1, t.x0 : t.x1] for t in tiles], thresholds))
        grids.append(tiles)
    if len(grids) == 1:
        others = [_glance(model, image, one) for one in facts.looks[1:]]
        joined = fused([first, *others], facts.overlap) if others else first
        return settled(facts, joined, thresholds), len(facts.looks)
    *coarse, fine = (
        [on_photo(found, tile, width, height) for found, tile in zip(part, tiles, strict=True)]
        for part, tiles in zip(findings, grids, strict=True)
    )
    tile = grids[-1][0]
    shared = ((tile.x1 - tile.x0) * policy.overlap / width, (tile.y1 - tile.y0) * policy.overlap / height)
    joined = merged(fine, [found for part in coarse for found in part], shared, facts.overlap)
    return _reaching(_lowered(facts, joined), thresholds), sum(len(tiles) for tiles in grids)


def settled(facts: ModelFacts, found: Found, thresholds: Sequence[float]) -> Found:
    """Make a network's own scores what the model says of them, and keep what reaches its label's threshold."""
    return _reaching(calibrated(facts, found), thresholds)


def calibrated(facts: ModelFacts, found: Found) -> Found:
    """Make a network's own scores on a whole photo probabilities, where the model has curves."""
    scores = found.scores.copy()
    for number, curve in enumerate(facts.calibration or ()):
        mine = found.classes == number
        scores[mine] = curve(scores[mine])
    return _lowered(facts, found._replace(scores=scores))


def _lowered(facts: ModelFacts, found: Found) -> Found:
    """Lower the probabilities of what the photo's edges cut; where tiles were cut, no edge of the photo is."""
    scores = found.scores.copy()
    for number, curve in enumerate(facts.calibration or ()):
        mine = found.classes == number
        scores[mine] = curve.lowered(scores[mine], found.boxes[mine])
    return found._replace(scores=scores)


def _reaching(found: Found, thresholds: Sequence[float]) -> Found:
    """Keep what reaches its label's threshold."""
    kept = found.scores >= np.array(thresholds)[found.classes]
    return Found(found.boxes[kept], found.scores[kept], found.classes[kept])


def _glance(model: ShelfModel, image: NDArray[np.uint8], way: Look) -> Found:
    """Look at a whole picture once; boxes are fractions of it, scores the network's own, faint ones among them."""
    facts = model.facts
    side = max(1, round(facts.side * way.scale / facts.stride)) * facts.stride
    planes, letterbox = fit(image[:, ::-1] if way.mirrored else image, side, facts.stride)
    seen = decode(model.run(planes[None])[0], [FAINT] * len(facts.labels), facts.overlap)
    found = seen._replace(boxes=letterbox.to_fractions(seen.boxes))
    return unmirrored(found) if way.mirrored else found


def see(model: ShelfModel, views: Sequence[NDArray[np.uint8]], thresholds: Sequence[float]) -> list[Found]:
    """Pass the network over pictures, one by one; boxes are fractions of each picture.

    Batches were measured and left out: on a processor, four or eight pictures together took 16.6 to 17.3 ms each,
    one by one 17.0 ms, and held so many times the memory.
    """
    found: list[Found] = []
    for view in views:
        planes, letterbox = fit(view, model.facts.side, model.facts.stride)
        seen = decode(model.run(planes[None])[0], thresholds, model.facts.overlap, model.facts.calibration)
        found.append(seen._replace(boxes=letterbox.to_fractions(seen.boxes)))
    return found


def _small(model: ShelfModel, findings: Sequence[Found], tiles: Sequence[Tile]) -> bool:
    """Tell whether the median facing, in pixels of the network's input, is too narrow to trust its count."""
    facts = model.facts
    product = facts.labels.index("product")
    widths: list[NDArray[np.float32]] = []
    for found, tile in zip(findings, tiles, strict=True):
        wide, high = tile.x1 - tile.x0, tile.y1 - tile.y0
        mine = (found.classes == product) & (found.scores >= facts.thresholds[product])
        widths.append((found.boxes[mine, 2] - found.boxes[mine, 0]) * wide * facts.side / max(wide, high))
    pooled = np.concatenate(widths)
    return pooled.size > 0 and float(np.median(pooled)) < facts.tiles.small
