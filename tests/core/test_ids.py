"""Ids are UUIDv7: made one by one or by the ten thousand, they differ and land at the end of an index."""

import time

from storewalk.core.ids import new_ids


def test_ids_made_together_differ_rise_and_are_of_their_millisecond() -> None:
    before = time.time_ns() // 1_000_000
    ids = new_ids(20_000)
    assert len(set(ids)) == 20_000
    assert ids == sorted(ids)
    assert {(each.version, each.variant) for each in ids} == {(7, "specified in RFC 4122")}
    assert before <= ids[0].int >> 80 == ids[-1].int >> 80 <= time.time_ns() // 1_000_000


def test_none_are_made_where_none_are_wanted() -> None:
    assert new_ids(0) == []
