"""The sheets of visits: the list with the figures that it shows, the points of sections, and the answers."""

from typing import Final

from storewalk.core.schemas import Words
from storewalk.inspections.api import (
    CheckInFlag,
    CheckInReason,
    CheckInWay,
    GivenAnswer,
    GivenSection,
    GivenVisit,
    Outcome,
    ReviewStand,
    VisitKind,
    VisitStatus,
)
from storewalk.integrations.given_sheet import Given, number, percent, text
from storewalk.integrations.order_words import YES_NO, minutes, moment

STATES: Final = {
    VisitStatus.PLANNED: Words("待巡", "Planned"),
    VisitStatus.STARTED: Words("巡店中", "Under way"),
    VisitStatus.SUBMITTED: Words("已提交", "Submitted"),
    VisitStatus.SCORED: Words("已评分", "Scored"),
    VisitStatus.MISSED: Words("错过", "Missed"),
    VisitStatus.CANCELLED: Words("已取消", "Cancelled"),
}
KINDS: Final = {VisitKind.VISIT: Words("巡店", "Visit"), VisitKind.SELF_CHECK: Words("门店自检", "Own check")}
STANDS: Final = {
    ReviewStand.WAITING: Words("待审阅", "Waiting"),
    ReviewStand.RETURNED: Words("已退回", "Sent back"),
    ReviewStand.APPROVED: Words("已审阅", "Approved"),
}
OUTCOMES: Final = {
    Outcome.PASS: Words("通过", "Passed"),
    Outcome.FAIL: Words("未通过", "Not passed"),
    Outcome.NOT_APPLICABLE: Words("不适用", "Not applicable"),
    Outcome.PENDING: Words("待定", "Waiting"),
}
WAYS: Final = {
    CheckInWay.POSITION: Words("定位签到", "By position"),
    CheckInWay.STORE_CODE: Words("扫门店码签到", "By the store's code"),
    CheckInWay.NEITHER: Words("未能确认到店", "Not shown to be at the store"),
}
FLAGS: Final = {
    CheckInFlag.FAR: Words("定位离门店太远", "Too far from the store"),
    CheckInFlag.VAGUE: Words("定位误差太大", "Position too vague"),
    CheckInFlag.NO_FIX: Words("没有定位", "No position"),
    CheckInFlag.STORE_UNPLACED: Words("门店还没有填坐标", "The store has no position"),
}
REASONS: Final = {
    CheckInReason.INDOORS: Words("店内信号弱，定位不准", "Weak signal indoors"),
    CheckInReason.REFUSED: Words("手机不让定位", "The phone gives no position"),
    CheckInReason.STORE_ELSEWHERE: Words("系统里门店位置不对", "The store's position is wrong"),
    CheckInReason.OTHER: Words("其他原因", "Another reason"),
}
CODE: Final = text("门店编码", "Store code", lambda row, _: row.store_code)
STORE: Final = text("门店", "Store", lambda row, _: row.store_name)


def _stand(row: GivenVisit, locale: str) -> str | None:
    reviewed = row.status is VisitStatus.SCORED and row.kind is VisitKind.VISIT
    return STANDS[ReviewStand(row.stand)].in_locale(locale) if reviewed else None


def _way(row: GivenVisit, locale: str) -> str | None:
    return None if row.check_in_way is None else WAYS[row.check_in_way].in_locale(locale)


def _flag(row: GivenVisit, locale: str) -> str | None:
    return None if row.check_in_flag is None else FLAGS[row.check_in_flag].in_locale(locale)


def _reason(row: GivenVisit, locale: str) -> str | None:
    return None if row.check_in_reason is None else REASONS[row.check_in_reason].in_locale(locale)


def _minutes(row: GivenVisit) -> int | None:
    if row.started_at is None or row.submitted_at is None:
        return None
    return minutes(int((row.submitted_at - row.started_at).total_seconds()))


def _said(row: GivenAnswer, locale: str) -> str | None:
    return row.choice.in_locale(locale) if row.choice is not None else row.text


VISITS: Final = Given[GivenVisit](
    "visits",
    Words("巡店", "Visits"),
    (
        CODE,
        STORE,
        text("区域", "Region", lambda row, _: row.region_name),
        text("类型", "Kind", lambda row, locale: KINDS[row.kind].in_locale(locale)),
        text("检查表", "Checklist", lambda row, locale: row.template_name.in_locale(locale)),
        text("日期", "Date", lambda row, _: row.planned_for.isoformat()),
        text("督导", "Inspector", lambda row, _: row.inspector_name),
        text("状态", "Status", lambda row, locale: STATES[row.status].in_locale(locale)),
        moment("到店", "Arrived", lambda row: row.started_at),
        moment("离店", "Left", lambda row: row.submitted_at),
        text("签到方式", "Check-in", _way),
        text("签到存疑", "Check-in flag", _flag),
        number("签到距离（米）", "Check-in distance (m)", lambda row: row.check_in_distance_m),
        text("签到原因", "Reason given", _reason),
        number("在店（分钟）", "In store (min)", _minutes),
        number("得分", "Score", lambda row: row.score),
        number("上次得分", "Last score", lambda row: row.last_score),
        number("已检查", "Checked", lambda row: row.answered),
        number("应检查", "Asked", lambda row: row.total),
        number("未通过", "Not passed", lambda row: row.findings),
        number("关键项未通过", "Critical not passed", lambda row: row.criticals),
        number("待定", "Waiting", lambda row: row.pending),
        text("审阅", "Review", _stand),
    ),
)
SECTIONS: Final = Given[GivenSection](
    "visit_sections",
    Words("各部分得分", "Sections"),
    (
        CODE,
        STORE,
        text("日期", "Date", lambda row, _: row.day.isoformat()),
        text("部分", "Section", lambda row, locale: row.title.in_locale(locale)),
        number("权重", "Weight", lambda row: row.weight),
        number("得分", "Score", lambda row: row.score),
    ),
)
ANSWERS: Final = Given[GivenAnswer](
    "visit_answers",
    Words("检查结果", "Answers"),
    (
        CODE,
        STORE,
        text("日期", "Date", lambda row, _: row.day.isoformat()),
        text("督导", "Inspector", lambda row, _: row.inspector_name),
        text("部分", "Section", lambda row, locale: row.section.in_locale(locale)),
        text("检查项", "Checkpoint", lambda row, locale: row.title.in_locale(locale)),
        text("关键项", "Critical", lambda row, locale: YES_NO[row.critical].in_locale(locale)),
        text("结果", "Result", lambda row, locale: OUTCOMES[row.outcome].in_locale(locale)),
        number("数值", "Reading", lambda row: row.number),
        text("单位", "Unit", lambda row, _: row.unit if row.number is not None else None),
        text("回答", "Answer", _said),
        percent("在架率", "Availability", lambda row: row.availability),
        number("空位", "Gaps", lambda row: row.gaps),
        text("说明", "Note", lambda row, _: row.note),
        number("照片数", "Photos", lambda row: row.photos),
        moment("检查时间", "Checked at", lambda row: row.answered_at),
    ),
)
