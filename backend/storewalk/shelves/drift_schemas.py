"""Model versions, what people corrected in their boxes, and alerts, on the wire."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output
from storewalk.shelves.detector import Label
from storewalk.shelves.drift_models import DriftEnd, DriftKind


class Corrected(Output):
    """Photos that a model read, and what people changed in the boxes of those they corrected.

    `corrected` is a number of photos, the four last ones are of boxes.
    """

    photos: int
    corrected: int
    added: int
    removed: int
    moved: int
    relabelled: int


class ModelUse(Corrected):
    """A model version: what it read in the reader's stores, from when to when; `doubted` photos asked a person."""

    version: str
    since: datetime
    until: datetime
    doubted: int


class ScoreCheck(Output):
    """One night's comparison of a class's scores; `psi` is None while there is too little to compare.

    From `drifted_from` on it is drift. The counts are boxes by tenths of the reference's scores.
    """

    day: date
    model_version: str
    label: Label
    psi: float | None
    drifted_from: float | None
    reference_photos: int
    recent_photos: int
    reference: list[int]
    recent: list[int]


class DriftAlert(Output):
    """An alert and the figures that raised it; `ended_at` is None while it stands."""

    id: UUID
    kind: DriftKind
    model_version: str
    store_id: UUID | None
    store_name: str | None
    figure: float
    usual: float
    photos: int
    recorded_at: datetime
    ended_at: datetime | None
    ended: DriftEnd | None


class ModelWatch(Output):
    """The model versions, the newest first, the score checks of the last thirty nights, and alerts that stand or stood.

    `current` is the version that read last; `psi_watched` is the index from which on scores are worth a look.
    """

    current: str | None
    versions: list[ModelUse]
    checks: list[ScoreCheck]
    alerts: list[DriftAlert]
    psi_watched: float


class StoreCorrections(Corrected):
    """A store's photos of the last days by one model version; `low` and `high` bound the share of corrected ones.

    `others` is that share at all other stores, None where there are none; `alert` says that one stands.
    """

    store_id: UUID
    store_name: str
    region_name: str
    low: float
    high: float
    others: float | None
    alert: bool


class StoreCorrectionList(Output):
    """The stores of the reader, those with the highest share of corrected photos first, over `days` days."""

    version: str | None
    days: int
    stores: list[StoreCorrections]
