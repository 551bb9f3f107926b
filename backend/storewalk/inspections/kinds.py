"""The closed vocabularies of a visit; their values are what the API and the tables say."""

from enum import StrEnum


class AnswerType(StrEnum):
    """How a checkpoint is answered."""

    PASSFAIL = "passfail"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"
    PHOTO = "photo"


class PhotoRule(StrEnum):
    """When a checkpoint's answer needs photographs; how many is the checkpoint's own."""

    NONE = "none"
    ON_FAIL = "onFail"
    ALWAYS = "always"


class NoteRule(StrEnum):
    """When a checkpoint's answer needs a note."""

    NONE = "none"
    ON_FAIL = "onFail"
    ALWAYS = "always"


class Outcome(StrEnum):
    """What an answer comes to; a missing answer has no row and reads "unanswered" in the API."""

    PASS = "pass"  # noqa: S105 - an outcome, no password
    FAIL = "fail"
    NOT_APPLICABLE = "notApplicable"
    PENDING = "pending"


class PersonOutcome(StrEnum):
    """What a person may say; waiting is not an answer."""

    PASS = "pass"  # noqa: S105 - an outcome, no password
    FAIL = "fail"
    NOT_APPLICABLE = "notApplicable"


class ModelOutcome(StrEnum):
    """What a measured shelf comes to."""

    PASS = "pass"  # noqa: S105 - an outcome, no password
    FAIL = "fail"


class VisitStatus(StrEnum):
    """planned → started → submitted → scored; missed and cancelled are ends beside the road."""

    PLANNED = "planned"
    STARTED = "started"
    SUBMITTED = "submitted"
    SCORED = "scored"
    MISSED = "missed"
    CANCELLED = "cancelled"


class PhotoState(StrEnum):
    """What is known of one photograph of an answer.

    An evidence photograph ends ready or refused, a shelf photograph ends read, unsure, failed or refused.
    """

    AWAITING = "awaiting"
    READY = "ready"
    READ = "read"
    UNSURE = "unsure"
    FAILED = "failed"
    REFUSED = "refused"


class SignWay(StrEnum):
    """How a visit was signed: on one's own phone, or by hand on the inspector's by who was there."""

    OWN = "own"
    PRESENT = "present"


class DisputeReason(StrEnum):
    """Why a store does not agree with a finding."""

    NOT_AS_SEEN = "notAsSeen"
    MENDED_THERE = "mendedThere"
    NOT_OURS = "notOurs"
    STANDARD_UNCLEAR = "standardUnclear"
    OTHER = "other"


class DisputeStatus(StrEnum):
    """open → upheld (the finding stays) or granted (it falls)."""

    OPEN = "open"
    UPHELD = "upheld"
    GRANTED = "granted"


class GrantedOutcome(StrEnum):
    """What a finding comes to after a granted dispute."""

    PASS = "pass"  # noqa: S105 - an outcome, no password
    NOT_APPLICABLE = "notApplicable"
