"""Keep up with which questions of a visit are asked, while its answers change."""

from storewalk.core.tx import Tx
from storewalk.inspections.asking import Given, asked
from storewalk.inspections.models import Inspection
from storewalk.inspections.queries.answers import answers_of
from storewalk.inspections.queries.followed import askings_of


async def recount(tx: Tx, visit: Inspection) -> None:
    """Settle which questions are asked by the version that the visit follows.

    An answer to one that is no longer asked is kept and does not count; it counts again when its question comes back.
    """
    await tx.flush()
    answers = await answers_of(tx, visit)
    given = {checkpoint_id: Given(answer.outcome, answer.choice_code) for checkpoint_id, answer in answers.items()}
    found = asked(await askings_of(tx, visit.template_version_id), visit.store_format, given)
    visit.asked_count = len(found)
    for checkpoint_id, answer in answers.items():
        if answer.counts != (checkpoint_id in found):
            answer.counts, answer.changed_at = not answer.counts, tx.now
