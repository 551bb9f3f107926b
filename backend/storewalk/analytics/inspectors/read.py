"""The inspectors of a part of the chain, by name."""

from collections.abc import Mapping
from uuid import UUID

from msgspec.structs import replace

from storewalk.analytics.inspectors import ENOUGH
from storewalk.analytics.inspectors.agree import (
    NOTHING,
    UNUSED,
    by_checkpoint,
    by_person,
    model_use,
    of_self_checks,
    told,
)
from storewalk.analytics.inspectors.outputs import AgreementOut, InspectorResults, InspectorRow, ModelUse
from storewalk.analytics.inspectors.walks import Walk, against_others, coverage_of, pace_of, walks_of, weeks_of
from storewalk.analytics.permissions import INSPECTORS_READ
from storewalk.analytics.visited.asked import Visited, VisitsAsked, visited
from storewalk.core.tx import AnyTx
from storewalk.inspections.api import VisitKind


async def read_inspectors(tx: AnyTx, asked: VisitsAsked) -> InspectorResults:
    """Return the inspectors' visits of the period. Raises NotFound for a place outside the reader's scope."""
    found = await visited(tx, replace(asked, kind=VisitKind.VISIT), INSPECTORS_READ)
    walks = await walks_of(tx, found)
    used, agreed = await model_use(tx, found), await by_person(tx, found)
    people: dict[UUID, list[Walk]] = {}
    for walk in walks:
        people.setdefault(walk.inspector_id, []).append(walk)
    return InspectorResults(
        first=found.span.first,
        last=found.span.last,
        enough=ENOUGH,
        coverage=await coverage_of(tx, found),
        inspectors=[_row(found, own, walks, used, agreed) for own in people.values()],
        checkpoints=await by_checkpoint(tx, found),
        self_checks=await of_self_checks(tx, found),
    )


def _row(
    found: Visited,
    own: list[Walk],
    walks: list[Walk],
    used: Mapping[UUID, ModelUse],
    agreed: Mapping[UUID, AgreementOut],
) -> InspectorRow:
    who = own[0].inspector_id
    scores = [walk.score for walk in own if walk.score is not None]
    pace, (difference, shared) = pace_of(own), against_others(own, walks)
    return InspectorRow(
        id=who,
        name=own[0].inspector_name,
        visits=len(own),
        stores=len({walk.store_id for walk in own}),
        visits_a_week=round(len(own) / weeks_of(found.span), 1),
        in_store_minutes=pace.in_store,
        on_way_minutes=pace.on_way,
        ways=pace.ways,
        on_way_share=pace.on_way_share,
        mean_score=round(sum(scores) / len(scores), 1) if scores else None,
        against_others=difference,
        shared_visits=shared,
        against_enough=shared >= ENOUGH,
        model=used.get(who, UNUSED),
        second_look=agreed.get(who, told(NOTHING)),
    )
