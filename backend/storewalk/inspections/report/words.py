"""The words of a report, as a store says them."""

from typing import Final

from storewalk.core.schemas import Words
from storewalk.inspections.check_in import CheckInFlag, CheckInReason, CheckInWay
from storewalk.inspections.kinds import DisputeReason, DisputeStatus, Outcome, SignWay
from storewalk.inspections.plans.kinds import VisitKind

NAME: Final = Words("巡店报告", "Visit report")
KINDS: Final = {VisitKind.VISIT: Words("巡店", "Visit"), VisitKind.SELF_CHECK: Words("门店自检", "Store's own check")}
POINTS: Final = Words("分", "points")
UNSCORED: Final = Words("未评分", "No score yet")
LAST: Final = Words("上次 {score} 分", "Last time {score}")
RAISED: Final = Words("高 {points} 分", "up {points}")
FALLEN: Final = Words("低 {points} 分", "down {points}")
LEVEL: Final = Words("持平", "unchanged")
FIRST: Final = Words("首次用此检查表", "First visit by this checklist")
CAPPED: Final = Words(
    "关键项“{title}”未通过，得分最高 {cap} 分", 'Capped at {cap}: the critical "{title}" was not passed'
)
WAITING: Final = Words(
    "还有 {count} 项等待照片或人工判断，得分未定", "Answers that still wait for a photo or a person: {count}"
)

STORE: Final = Words("门店", "Store")
DATE: Final = Words("日期", "Date")
BY: Final = {VisitKind.VISIT: Words("督导", "Inspector"), VisitKind.SELF_CHECK: Words("检查人", "Checked by")}
ARRIVED: Final = Words("到店", "Arrived")
LEFT: Final = Words("离店", "Left")
STAYED: Final = Words("在店时长", "Time in store")
MINUTES: Final = Words("{minutes} 分钟", "{minutes} min")
HOURS: Final = Words("{hours} 小时 {minutes} 分钟", "{hours} h {minutes} min")
CHECK_IN: Final = Words("签到", "Check-in")
WAYS: Final = {
    CheckInWay.POSITION: Words("定位在店", "By position"),
    CheckInWay.STORE_CODE: Words("扫门店签到码", "By the store's code"),
    CheckInWay.NEITHER: Words("未能确认", "Not shown"),
}
FLAGS: Final = {
    CheckInFlag.FAR: Words("定位离店 {metres} 米", "{metres} m from the store"),
    CheckInFlag.VAGUE: Words("定位不准", "position too vague"),
    CheckInFlag.NO_FIX: Words("无定位", "no position"),
    CheckInFlag.STORE_UNPLACED: Words("门店没有坐标", "the store has no place on the map"),
}
REASONS: Final = {
    CheckInReason.INDOORS: Words("店内信号弱", "weak signal inside"),
    CheckInReason.REFUSED: Words("手机不让定位", "the phone gives no position"),
    CheckInReason.STORE_ELSEWHERE: Words("系统里门店位置不对", "the store's place on the map is wrong"),
    CheckInReason.OTHER: Words("其他原因", "another reason"),
}
NO_CHECK_IN: Final = Words("无记录", "Not recorded")
ANSWERED: Final = Words("已检查", "Checked")
OF: Final = Words("{answered} / {total} 项", "{answered} of {total}")

TALLIES: Final = {
    Outcome.PASS: Words("通过", "Passed"),
    Outcome.FAIL: Words("未通过", "Not passed"),
    Outcome.NOT_APPLICABLE: Words("不适用", "Not applicable"),
    Outcome.PENDING: Words("待定", "Waiting"),
}
SECTIONS: Final = Words("各部分得分", "Scores by section")
RESCORED: Final = Words("异议成立后重新计分：{before} → {after} 分", "Scored again after a dispute: {before} → {after}")
NOT_COUNTED: Final = Words("不计分", "Not counted")
CRITICALS: Final = Words("关键项未通过", "Critical points not passed")
FINDINGS: Final = Words("发现的问题（{count}）", "Findings ({count})")
LEFT_OUT: Final = Words("另有 {count} 项，请扫码或看 PDF", "{count} more: scan the code or read the PDF")
NO_FINDINGS: Final = Words("没有发现问题，全部通过。", "Nothing was found wrong.")
CRITICAL: Final = Words("关键", "Critical")
AGAIN: Final = Words("再次未通过", "Again")
READ: Final = Words("现场", "Found")
NOTE: Final = Words("说明", "Note")
MISSING: Final = Words("缺货", "Missing")
ABOUT: Final = Words("涉及商品", "Products")
AMOUNT: Final = Words(" {quantity} {unit}", " {quantity} {unit}")
LOT: Final = Words("批号 {code}", "lot {code}")
EXPIRES: Final = Words("{day} 到期", "expires {day}")
IN_BRACKETS: Final = Words("（{said}）", " ({said})")
SHELF: Final = Words("在架率 {share}，空位 {gaps}", "{share} on shelf, {gaps} gaps")
COMMA: Final = Words("、", ", ")
MORE: Final = Words("另有 {count} 张照片", "{count} more photos")
NOT_SHOWN: Final = Words(
    "{count} 张照片不在报告中（未上传完、已清除或不可外发）",
    "Photos left out, not there yet or not to be sent on: {count}",
)

SCAN: Final = Words("扫码查看这次巡店", "Scan to open this visit")
MADE: Final = Words("{name} 生成于 {at}", "Made by {name}, {at}")
VEILED: Final = Words("照片中的人脸已遮盖", "Faces in photos are veiled")
PAGE: Final = Words("第 {page} 页，共 {pages} 页", "Page {page} of {pages}")

RESPONSIBLE: Final = Words("责任人", "Responsible")
DUE: Final = Words("期限", "Due")
SIGNED: Final = Words("门店确认", "The store's word")
UNSIGNED: Final = Words("店长尚未签字", "Not signed yet")
UNANSWERED: Final = Words("店长未在期限内签字", "Not signed in time")
LATE: Final = Words("逾期签字", "signed late")
DISPUTES_WAIT: Final = Words(
    "有 {count} 项异议待处理，得分可能调整", "Disputes that wait, so the score may change: {count}"
)
DISPUTE: Final = Words("门店异议", "Disputed")
SIGN_WAYS: Final = {
    SignWay.OWN: Words("本人手机签字", "signed on their own phone"),
    SignWay.PRESENT: Words("在场手写签字", "signed by hand on the spot"),
}
DISPUTE_REASONS: Final = {
    DisputeReason.NOT_AS_SEEN: Words("情况与事实不符", "not as it was"),
    DisputeReason.MENDED_THERE: Words("当场已整改", "put right on the spot"),
    DisputeReason.NOT_OURS: Words("不归本店负责", "not the store's to answer for"),
    DisputeReason.STANDARD_UNCLEAR: Words("标准不清或不适用", "standard unclear or not meant"),
    DisputeReason.OTHER: Words("其他原因", "another reason"),
}
DISPUTE_STANDS: Final = {
    DisputeStatus.OPEN: Words("待处理", "waiting"),
    DisputeStatus.UPHELD: Words("维持原判", "the finding stays"),
    DisputeStatus.GRANTED: Words("异议成立", "granted"),
}
