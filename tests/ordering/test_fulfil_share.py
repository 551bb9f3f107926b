"""Sharing what is not enough: by packs, fairly by need, and the same each time."""

from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from storewalk.ordering.fulfil_share import Ask, needed, share
from storewalk.ordering.order_models import SUMS


def ask(number: int, wanted: int, need: int, *, pack: int = 6, first: bool = False) -> Ask:
    return Ask(UUID(int=number), Decimal(wanted), Decimal(pack), Decimal(need), first)


def given_out(there: int, *asks: Ask) -> list[int]:
    got = share(Decimal(there), asks)
    return [int(got[each.order_id]) for each in asks]


def test_who_needs_more_gets_more_and_a_rest_below_a_pack_stays() -> None:
    assert given_out(40, ask(1, 36, 30), ask(2, 36, 15)) == [24, 12]


def test_needs_are_met_before_anything_goes_on_top_of_them() -> None:
    assert given_out(24, ask(1, 24, 12), ask(2, 12, 12)) == [12, 12]
    assert given_out(30, ask(1, 24, 12), ask(2, 12, 12)) == [18, 12]


def test_who_lacks_nothing_gets_what_the_others_leave() -> None:
    assert given_out(18, ask(1, 12, 0), ask(2, 12, 12)) == [6, 12]


def test_orders_that_come_first_are_served_whole_before_the_others() -> None:
    assert given_out(24, ask(1, 24, 24), ask(2, 18, 6, first=True)) == [6, 18]


def test_need_is_what_a_store_will_sell_and_show_without_what_it_will_have_nor_its_safety() -> None:
    numbers = dict.fromkeys(SUMS, 0) | {"expected": 30_000, "safety": 9_000, "display": 2_000, "stock": 9_500}
    assert needed([numbers[name] for name in SUMS], Decimal(36)) == Decimal("22.5")
    assert needed([numbers[name] for name in SUMS], Decimal(12)) == 12
    assert needed([0 for _ in SUMS], Decimal(12)) == 0
    assert needed(None, Decimal(12)) == 12


asks = st.builds(
    ask,
    st.integers(1, 10**6),
    st.integers(1, 40).map(lambda packs: packs * 6),
    st.integers(0, 200),
    first=st.booleans(),
).map(lambda each: Ask(each.order_id, each.wanted, each.pack, min(each.need, each.wanted), each.first))
waves = st.lists(asks, min_size=1, max_size=12, unique_by=lambda each: each.order_id)


@given(st.integers(0, 1500), waves)
def test_a_share_is_within_what_is_there_and_was_ordered_in_whole_packs_and_fair(there: int, wave: list[Ask]) -> None:
    got = share(Decimal(there), wave)
    assert sum(got.values()) <= there
    assert all(0 <= got[each.order_id] <= each.wanted and not got[each.order_id] % each.pack for each in wave)
    wanted = sum(each.wanted for each in wave)
    assert wanted - sum(got.values()) == 0 or there - sum(got.values()) < 6  # nothing stays that somebody could have
    assert got == share(Decimal(there), wave[::-1])  # in whatever order they are told
    for one in wave:
        unmet = got[one.order_id] < min(one.need, one.wanted)
        for other in wave:
            if one.first and not other.first and got[one.order_id] < one.wanted:
                assert got[other.order_id] == 0
            if one.first is other.first and unmet and other.need:
                assert (got[other.order_id] - other.pack) / other.need <= got[one.order_id] / one.need
            if one.first is other.first and unmet and not other.need:
                assert got[other.order_id] == 0
