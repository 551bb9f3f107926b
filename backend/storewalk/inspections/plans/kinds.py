"""The closed vocabularies of plans; their values are what the API and the tables say."""

from enum import StrEnum


class VisitKind(StrEnum):
    """Who looks: an inspector who comes, or the store at itself."""

    VISIT = "visit"
    SELF_CHECK = "selfCheck"


class Assignee(StrEnum):
    """Who goes: a person, whoever holds a role nearest to the store, or the store's own people."""

    PERSON = "person"
    ROLE = "role"
    STORE = "store"


class Rhythm(StrEnum):
    """How the days of a schedule follow each other; by risk, a store's state says how long to wait."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    RISK = "risk"


class Skipped(StrEnum):
    """Why there was no visit on a day that a schedule falls on."""

    CLOSED_THAT_DAY = "closedThatDay"
    NOT_TRADING = "notTrading"
    NOBODY = "nobody"
