"""What each step of a task tells whom; no database."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from storewalk.core.schemas import Words
from storewalk.reactions import task_steps
from storewalk.reactions.place import Place
from storewalk.tasks.api import BlockReason
from storewalk.tasks.events import (
    TaskAccepted,
    TaskAnswered,
    TaskAssigned,
    TaskBlocked,
    TaskBlockStands,
    TaskCommented,
    TaskEscalated,
    TaskOpened,
    TaskReturned,
    TaskUnblocked,
)

TASK, MANAGER, CLERK, INSPECTOR, REGIONAL = (uuid4() for _ in range(5))
STORE = Place(uuid4(), "人民路店", "Asia/Shanghai")
TITLE = Words("饮料柜缺货", "Drinks fridge has gaps")
DUE = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def opened(*, assignee: UUID | None, critical: bool = False) -> TaskOpened:
    return TaskOpened(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        critical=critical,
        due_at=DUE,
        assignee_id=assignee,
        overseer_ids=[] if assignee else [REGIONAL],
    )


def test_a_new_task_tells_its_assignee_what_and_until_when_on_the_stores_clock() -> None:
    [notice] = task_steps.opened(opened(assignee=MANAGER), STORE)
    assert notice.account_ids == (MANAGER,)
    assert notice.title == Words("人民路店：新的整改", "人民路店: something to put right")
    assert notice.body == Words(
        "“饮料柜缺货”请在11月25日 18:00前完成并拍照。",
        "“Drinks fridge has gaps”: please put it right and take a photo by 18:00 on 25 Nov.",
    )
    assert (notice.kind, notice.link, notice.store_id) == ("tasks.opened", f"/tasks/{TASK}", STORE.id)


@pytest.mark.parametrize("critical", [True, False])
def test_a_new_task_is_urgent_when_the_fault_is_critical(critical: bool) -> None:
    [notice] = task_steps.opened(opened(assignee=MANAGER, critical=critical), STORE)
    assert notice.urgent is critical


def test_a_task_without_an_assignee_tells_the_people_above_the_store() -> None:
    [notice] = task_steps.opened(opened(assignee=None), STORE)
    assert notice.account_ids == (REGIONAL,)
    assert notice.title.zh == "人民路店：整改没有负责人"


def test_an_answer_asks_the_verifiers() -> None:
    event = TaskAnswered(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        response_id=uuid4(),
        answered_by_id=MANAGER,
        verifier_ids=[INSPECTOR],
    )
    [notice] = task_steps.answered(event, STORE)
    assert (notice.account_ids, notice.kind) == ((INSPECTOR,), "tasks.answered")


def test_a_returned_answer_tells_its_author_the_reason_and_the_new_time() -> None:
    event = TaskReturned(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        response_id=uuid4(),
        answered_by_id=CLERK,
        reason="价签没有对齐",
        due_at=DUE,
    )
    [notice] = task_steps.returned(event, STORE)
    assert notice.account_ids == (CLERK,)
    assert notice.body.zh == "“饮料柜缺货”被退回，原因：价签没有对齐。请在11月25日 18:00前再次提交。"
    assert notice.urgent


def test_an_accepted_answer_tells_its_author() -> None:
    event = TaskAccepted(subject_id=TASK, store_id=STORE.id, title=TITLE, response_id=uuid4(), answered_by_id=CLERK)
    [notice] = task_steps.accepted(event, STORE)
    assert (notice.account_ids, notice.urgent) == ((CLERK,), False)


def test_an_overdue_task_tells_the_next_level_urgently() -> None:
    event = TaskEscalated(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        level=1,
        due_at=DUE,
        assignee_id=MANAGER,
        told_ids=[REGIONAL],
    )
    [notice] = task_steps.escalated(event, STORE)
    assert (notice.account_ids, notice.urgent) == ((REGIONAL,), True)


@pytest.mark.parametrize(("by", "told"), [(MANAGER, [(CLERK,)]), (CLERK, [])])
def test_a_task_handed_over_tells_the_new_assignee_unless_they_took_it(by: UUID, told: list[tuple[UUID]]) -> None:
    event = TaskAssigned(
        subject_id=TASK, store_id=STORE.id, title=TITLE, due_at=DUE, assignee_id=CLERK, previous_id=MANAGER
    )
    event.actor_id = by
    assert [notice.account_ids for notice in task_steps.assigned(event, STORE)] == told


def test_who_opened_a_task_for_herself_is_not_told_and_a_repeat_says_so() -> None:
    event = opened(assignee=MANAGER)
    event.actor_id = MANAGER
    assert [notice.account_ids for notice in task_steps.opened(event, STORE)] == [()]
    event.actor_id, event.repeat_count = INSPECTOR, 1
    [notice] = task_steps.opened(event, STORE)
    assert (notice.account_ids, notice.title.zh) == ((MANAGER,), "人民路店：同一问题再次出现（屡犯）")


@pytest.mark.parametrize(
    ("note", "body"),
    [
        ("总仓周三到货", "“饮料柜缺货”暂时无法完成：仓库缺货（总仓周三到货）。已暂停计时，如不属实请恢复计时。"),
        ("", "“饮料柜缺货”暂时无法完成：仓库缺货。已暂停计时，如不属实请恢复计时。"),
    ],
)
def test_a_blocked_task_tells_the_overseers_the_cause(note: str, body: str) -> None:
    event = TaskBlocked(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        reason=BlockReason.WAREHOUSE,
        note=note,
        block_id=uuid4(),
        told_ids=[REGIONAL],
    )
    [notice] = task_steps.blocked(event, STORE)
    assert (notice.account_ids, notice.body.zh, notice.urgent) == ((REGIONAL,), body, False)


def test_a_block_of_days_is_urgent_to_the_overseers_and_says_since_when() -> None:
    event = TaskBlockStands(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        reason=BlockReason.REPAIR,
        blocked_at=DUE,
        block_id=uuid4(),
        told_ids=[REGIONAL],
    )
    [notice] = task_steps.block_stands(event, STORE)
    assert (notice.account_ids, notice.urgent) == ((REGIONAL,), True)
    assert notice.body.en == (
        "“Drinks fridge has gaps” has been blocked since 18:00 on 25 Nov: a repair was asked for. "
        "Please help, or let the clock run again."
    )


@pytest.mark.parametrize(("by", "told", "urgent"), [(REGIONAL, (CLERK, MANAGER), True), (CLERK, (MANAGER,), False)])
def test_a_clock_that_runs_again_is_urgent_to_the_store_when_somebody_else_let_it(
    by: UUID, told: tuple[UUID, ...], urgent: bool
) -> None:
    event = TaskUnblocked(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        block_id=uuid4(),
        blocked_by_id=CLERK,
        assignee_id=MANAGER,
        note="总仓今早已到货",
        due_at=DUE,
    )
    event.actor_id = by
    [notice] = task_steps.unblocked(event, STORE)
    assert (notice.account_ids, notice.urgent) == (told, urgent)
    assert notice.body.zh == "“饮料柜缺货”已恢复计时：总仓今早已到货。请在11月25日 18:00前完成并拍照。"


@pytest.mark.parametrize(("text", "body"), [("明天到货", "“饮料柜缺货”：明天到货"), ("", "“饮料柜缺货”：[照片]")])
def test_a_comment_tells_the_others_who_said_what(text: str, body: str) -> None:
    event = TaskCommented(
        subject_id=TASK,
        store_id=STORE.id,
        title=TITLE,
        comment_id=uuid4(),
        text=text,
        author_name="王芳",
        told_ids=[INSPECTOR],
    )
    [notice] = task_steps.commented(event, STORE)
    assert (notice.account_ids, notice.urgent) == ((INSPECTOR,), False)
    assert (notice.title.zh, notice.body.zh) == ("人民路店：王芳 留言", body)
