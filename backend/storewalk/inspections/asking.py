"""Which questions of a checklist are asked, as a pure function.

A question is asked in stores of its formats and of its section's, in all where none are named or the store has none.
With a condition it is asked only while the question before it is asked itself and has one of the answers it waits for;
an answer still pending is none of them. The phone decides by the same rule: `pwa/src/offline/asking.ts`.
"""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from msgspec import Struct

from storewalk.inspections.kinds import Outcome
from storewalk.stores.api import StoreFormat


class Asking(Struct, frozen=True, kw_only=True):
    """The part of a question that decides whether it is asked."""

    id: UUID
    formats: Collection[str] = ()
    section_formats: Collection[str] = ()
    condition_on: UUID | None = None
    outcomes: Collection[str] = ()
    choices: Collection[str] = ()


class Given(Struct, frozen=True):
    """The part of an answer that conditions look at."""

    outcome: Outcome
    choice: str | None = None


def asked(questions: Sequence[Asking], store_format: StoreFormat | None, answers: Mapping[UUID, Given]) -> set[UUID]:
    """Return the questions that are asked, given all of a checklist in its order; conditions look back only."""
    found: set[UUID] = set()
    for question in questions:
        fits = all(
            not formats or store_format is None or store_format in formats
            for formats in (question.formats, question.section_formats)
        )
        if fits and (question.condition_on is None or (question.condition_on in found and _met(question, answers))):
            found.add(question.id)
    return found


def _met(question: Asking, answers: Mapping[UUID, Given]) -> bool:
    given = answers.get(question.condition_on) if question.condition_on else None
    if given is None:
        return False
    chosen = given.choice in question.choices and given.outcome is not Outcome.NOT_APPLICABLE
    return given.outcome in question.outcomes or chosen
