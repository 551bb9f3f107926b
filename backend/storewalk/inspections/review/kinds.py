"""The closed vocabularies of a review; their values are what the API and the table say."""

from enum import StrEnum


class ReviewStatus(StrEnum):
    """What was said of a visit: it stands, it went back to its inspector, or the inspector has said more since."""

    APPROVED = "approved"
    RETURNED = "returned"
    REMARKED = "remarked"


class ReviewStand(StrEnum):
    """Where a visit stands in the queue: it waits for a look, for its inspector, or for nothing more."""

    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"


class Obstacle(StrEnum):
    """Why one of several visits could not be approved."""

    NOT_FOUND = "notFound"
    OWN = "own"
    NOT_SCORED = "notScored"
    OWN_CHECK = "ownCheck"
    CHANGED = "changed"
