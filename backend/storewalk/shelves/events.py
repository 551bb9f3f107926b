"""What became of a shelf photo's reading."""

from uuid import UUID

from storewalk.core.events import Event


class ShelfRead(Event, kind="shelves.read"):
    """The detector is done with a photo: `state` is read, unsure or failed; only `read` carries figures to judge by.

    A `failed` photo may be read later, when the detector is back; then the event comes once more.
    """

    photo_id: UUID
    state: str
    availability: float | None
    gaps: int | None
    facings: int | None


class ShelfCorrected(Event, kind="shelves.corrected"):
    """A person corrected a photo's boxes (the subject); the figures are those of the corrected boxes.

    `number` counts the photo's corrections from 1; `availability` is None where no place is left to measure.
    """

    number: int
    availability: float | None
    gaps: int
    facings: int


class LabelsRequested(Event, kind="shelves.labels_requested"):
    """Somebody asked for an export of all corrected photos with their labels."""


class LabelsExported(Event, kind="shelves.labels_exported"):
    """An export of corrected photos lies ready: version `number` of the set of labels."""

    photos: int
    boxes: int
    number: int = 0


class LabelsTaken(Event, kind="shelves.labels_taken"):
    """Somebody took an export out of the house."""

    photos: int


class ModelDrifted(Event, kind="shelves.drifted"):
    """The model does not see as it used to (the subject is the alert): see `ShelfDrift` for what the figures mean.

    `told_ids` watch over it.
    """

    told_ids: list[UUID]
    what: str
    model_version: str
    figure: float
    usual: float
    photos: int


class DriftEnded(Event, kind="shelves.drift_ended"):
    """An alert is over: the figures are as usual again, or another model has taken over."""

    what: str
    model_version: str
    why: str
