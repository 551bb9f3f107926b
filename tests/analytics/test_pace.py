"""How long an inspector is inside and on the way, of visits as they followed each other."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from storewalk.analytics.inspectors.walks import Walk, pace_of

DAY = date(2026, 11, 30)
MORNING = datetime(2026, 11, 30, 1, tzinfo=UTC)
PERSON = uuid4()


def walk(store: UUID, begun: int, minutes: int) -> Walk:
    started = MORNING + timedelta(minutes=begun)
    return Walk(
        inspector_id=PERSON, inspector_name="周敏", store_id=store, business_date=DAY, started_at=started,
        submitted_at=started + timedelta(minutes=minutes), score=100.0,
    )  # fmt: skip


def test_coming_back_to_the_same_store_in_the_evening_is_no_way() -> None:
    here, there = uuid4(), uuid4()
    told = pace_of([walk(here, 0, 20), walk(there, 40, 20), walk(there, 660, 20)])
    assert (told.ways, told.on_way, told.in_store) == (1, 20.0, 20.0)
    assert told.on_way_share == 0.25
