"""What the pages about the shelf model show: an earlier version, corrections, and a store that is corrected a lot."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from storewalk.core.clock import Clock
from storewalk.demo import pictures
from storewalk.demo.chain import Chain, Shop
from storewalk.shelves.api import Detector, Sight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EARLIER: Final = "1.0+demo"
EARLIER_UNTIL: Final = timedelta(days=45)
"""Before that long ago, photos count as read by the earlier version."""
EVENINGS: Final = 7
PHOTOS: Final = 3
STORE: Final = 3
"""Where the light was changed: most photos of the last evenings are corrected."""
UNTOUCHED: Final = 10
"""Of its photos, one in so many needs no correction."""
GAP: Final = {"label": "gap", "x0": 0.42, "y0": 0.4, "x1": 0.5, "y1": 0.55, "score": 1.0}


class EarlierModel(Detector):
    """The shipped detector under the name of an earlier version, while the chain is young."""

    def __init__(self, shipped: Detector, clock: Clock) -> None:
        """Take the detector, and the clock, which stands in the past while the chain is young."""
        self._shipped = shipped
        self._clock = clock

    async def read(self, pixels: "NDArray[np.uint8]", org_id: UUID) -> Sight:
        """Read as the shipped detector does; see `Detector.read`."""
        sight = await self._shipped.read(pixels, org_id)
        early = self._clock.offset < -EARLIER_UNTIL
        return msgspec.structs.replace(sight, model_version=EARLIER) if early else sight

    async def ready(self, org_id: UUID) -> None:
        """See `Detector.ready`."""
        await self._shipped.ready(org_id)


async def photograph_shelves(chain: Chain, clock: Clock, ago: int) -> list[dict[str, Any]]:
    """On the last evenings, take photos of the store's shelves; they are read with the jobs that run next."""
    if ago > EVENINGS:
        return []
    store, at = chain.stores[STORE], clock.now().isoformat()
    return [
        await store.inspector.photograph(store.id, "shelf", at, pictures.shelf(1000 * ago + number, gaps=number))
        for number in range(PHOTOS)
    ]


async def correct_shelves(chain: Chain, photos: list[dict[str, Any]], ago: int) -> None:
    """Correct most of them: a gap that was not seen, a facing that is none."""
    store = chain.stores[STORE]
    for number, photo in enumerate(photos):
        if (ago * PHOTOS + number) % UNTOUCHED:
            await _correct(store, photo["id"])


async def _correct(store: Shop, photo_id: str) -> None:
    reading = (await store.inspector.ask(f"/api/photos/{photo_id}"))["reading"]
    if reading is None or reading["state"] not in {"read", "unsure"}:
        return  # without a model nobody has boxes to correct
    form = {"boxes": [*reading["boxes"][1:], GAP], "ifVersion": reading["version"]}
    await store.inspector.tell("PUT", f"/api/photos/{photo_id}/boxes", form)
