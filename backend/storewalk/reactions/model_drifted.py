"""The shelf model does not see as it used to: whoever watches over it is told once, until it is over."""

from typing import Final

from storewalk.core.tx import Tx
from storewalk.notifications.api import Notice, notify
from storewalk.reactions.place import Place, place_of
from storewalk.reactions.words import words
from storewalk.shelves.events import ModelDrifted

MODELS: Final = "/console/models"
HUNDRED: Final = 100
SCORES: Final = {
    "product_scores": "reactions.product_scores_drifted.title",
    "gap_scores": "reactions.gap_scores_drifted.title",
}


def told(event: ModelDrifted, place: Place | None) -> Notice:
    """Tell what changed, by which figures, and where to look."""
    if place is None:
        title = words(SCORES[event.what])
        figures = {"figure": f"{event.figure:.2f}", "usual": f"{event.usual:.2f}"}
        body = words("reactions.scores_drifted.body", photos=event.photos, **figures)
    else:
        title = words("reactions.store_drifted.title", store=place.name)
        body = words(
            "reactions.store_drifted.body",
            share=f"{HUNDRED * event.figure:.0f}%",
            photos=event.photos,
            usual=f"{HUNDRED * event.usual:.0f}%",
        )
    return Notice(
        account_ids=tuple(event.told_ids),
        kind=event.kind,
        title=title,
        body=body,
        link=MODELS,
        store_id=event.store_id,
    )


async def tell_drift(tx: Tx, event: ModelDrifted) -> None:
    """Tell it. Safe to run twice: the core runs a subscriber once per event, and a cause has one event."""
    await notify(tx, told(event, await place_of(tx, event.store_id)))
