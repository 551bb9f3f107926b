"""What visits lead to; no database."""

from datetime import UTC, date, datetime
from uuid import uuid4

from storewalk.core.schemas import Words
from storewalk.inspections.events import CheckpointFailed, VisitPlanned
from storewalk.reactions.checkpoint_failed import finding
from storewalk.reactions.place import Place
from storewalk.reactions.visit_planned import planned
from storewalk.tasks.api import Finding

STORE = Place(uuid4(), "人民路店", "Asia/Shanghai")
AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def failed(gaps: int | None = None) -> CheckpointFailed:
    visit = uuid4()
    return CheckpointFailed(
        id=uuid4(),
        occurred_at=AT,
        subject_id=visit,
        store_id=STORE.id,
        inspection_id=visit,
        checkpoint_id=uuid4(),
        checkpoint_key="drinks-fridge",
        title=Words("饮料柜是否缺货？", "Is the drinks fridge full?"),
        criterion=Words("补满、价签对齐", "Full, labels in line"),
        critical=True,
        inspector_id=uuid4(),
        photo_ids=[uuid4(), uuid4()],
        note="下层空",
        gaps=gaps,
    )


def test_a_failed_checkpoint_is_a_finding_named_by_its_event_and_by_the_checkpoints_key() -> None:
    event = failed()
    assert finding(event) == Finding(
        source="inspections.checkpoint_failed",
        source_id=event.id or uuid4(),
        store_id=STORE.id,
        title=Words("饮料柜是否缺货？", "Is the drinks fridge full?"),
        requirement=Words("补满、价签对齐", "Full, labels in line"),
        note="下层空",
        critical=True,
        fault_key="drinks-fridge",
        inspection_id=event.inspection_id,
        checkpoint_id=event.checkpoint_id,
        found_by_id=event.inspector_id,
        found_at=AT,
        photos=tuple(event.photo_ids),
    )


def test_gaps_that_the_model_counted_stand_with_the_requirement() -> None:
    found = finding(failed(gaps=3))
    assert found is not None
    assert found.requirement == Words(
        "补满、价签对齐（照片中有 3 处空位）", "Full, labels in line (empty places in the photo: 3)"
    )


def test_a_planned_visit_tells_its_inspector_the_day() -> None:
    inspector, visit = uuid4(), uuid4()
    event = VisitPlanned(subject_id=visit, store_id=STORE.id, inspector_id=inspector, business_date=date(2026, 11, 24))
    [notice] = planned(event, STORE)
    assert notice.account_ids == (inspector,)
    assert notice.body == Words("请在11月24日完成巡店。", "Please visit the store on 24 Nov.")
    assert notice.link == f"/visits/{visit}"


def test_a_visit_that_an_inspector_planned_herself_tells_nobody() -> None:
    inspector = uuid4()
    event = VisitPlanned(
        subject_id=uuid4(), store_id=STORE.id, inspector_id=inspector, business_date=date(2026, 11, 24)
    )
    event.actor_id = inspector
    assert planned(event, STORE) == []
