"""The chain's schedules: a weekly visit, one without notice by risk, and what every store checks itself each day."""

from datetime import date, timedelta
from typing import Any, Final

from storewalk.demo.chain import Chain

DAILY: Final = "Food safety, daily"
TEN_TO_NOON: Final = {"timeFrom": "09:30", "timeUntil": "12:00"}
BANDS: Final = [{"below": 70, "days": 7}, {"below": 85, "days": 14}, {"days": 30}]


async def set_up_plans(chain: Chain, today: date) -> None:
    """Add the schedules as head office would, from tomorrow on; a job makes their visits."""
    templates = (await chain.admin.ask("/api/inspection-templates", limit="100"))["items"]
    daily = next(each["id"] for each in templates if each["name"]["en"] == DAILY)
    for form in _forms(chain.template["id"], daily, today + timedelta(days=1)):
        await chain.admin.tell("POST", "/api/inspection-schedules", form)


def _forms(template_id: str, daily_id: str, first: date) -> list[dict[str, Any]]:
    visits = {"templateId": template_id, "visitKind": "visit", "assignee": "role", "roleCode": "inspector"}
    own = {"templateId": daily_id, "visitKind": "selfCheck", "assignee": "store", "rhythm": "days"}
    since = {"startsOn": first.isoformat()}
    return [
        {
            "name": "每周例行巡店",
            "rhythm": "weeks",
            "weekdays": [2, 5],
            "aheadDays": 28,
            **TEN_TO_NOON,
            **visits,
            **since,
        },
        {"name": "低分多巡（不打招呼）", "rhythm": "risk", "bands": BANDS, "unannounced": True, **visits, **since},
        {
            "name": "食品安全日管控",
            "timeFrom": "07:00",
            "timeUntil": "10:30",
            "samplePercent": 10,
            "aheadDays": 7,
            **own,
            **since,
        },
    ]
