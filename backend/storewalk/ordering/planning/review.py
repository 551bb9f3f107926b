"""Holds events and promotions that are over against what a shard's stores sold."""

from uuid import UUID

import numpy as np

from demand.engine.events import review
from demand.history.promotion_review import promotion_review
from demand.history.shard import Window
from storewalk.ordering.planner import Told
from storewalk.ordering.planning.tasks import ReviewTask


def review_shard(task: ReviewTask) -> Told:
    """Return what the stores of a shard tell of what is over."""
    facts, due = task.facts, task.due
    window = facts.window(due.shard, due.day)
    wanted = {each.bytes for each in due.store_ids}
    there = np.array([store in wanted for store, _ in window.keys], np.bool_)
    keys = [key for key, here in zip(window.keys, there, strict=True) if here]
    if not keys:
        return Told({}, {})
    part = Window(window.last, keys, window.qty[:, there], window.oos[:, there], window.price[:, there])
    panel = facts.panel(part, 0)
    stores = list(dict.fromkeys(store for store, _ in keys))
    events: dict[UUID, tuple[float, float]] = {}
    others = facts.events_at(stores)
    for each in due.events:
        event = facts.event_at(each, stores)
        if event is not None:
            told = review(panel, event, [other for other in others if other != event])
            events[each.id] = ((told.measured or 0.0) * told.days, told.days)
    sold = promotion_review(panel, stores, facts.promotions, list(task.promotions.values()))
    products = [UUID(bytes=each) for each in facts.products]
    promotions = {
        promotion: {
            products[code]: (float(told.sold[code]), float(told.expected[code]))
            for code in np.flatnonzero(told.sold + told.expected)
        }
        for promotion, told in zip(task.promotions, sold, strict=True)
    }
    return Told(events, promotions)
