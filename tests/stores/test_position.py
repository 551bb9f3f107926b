"""A position given in one datum and read in another is off by hundreds of metres; here it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.stores.position import Datum, Position, distance_m, to_bd09, to_gcj02, to_wgs84

# Published by eviltransform's and coordtransform's own tests.
SHANGHAI, SHANGHAI_ON_AMAP = (31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)
BEIJING, BEIJING_ON_AMAP = (39.915, 116.404), (39.91640428150164, 116.41024449916938)
BEIJING_ON_BAIDU = (39.92133699351021, 116.41036949371029)

in_china = st.builds(Position, lat=st.floats(18.3, 53.3), lng=st.floats(73.7, 134.9), datum=st.sampled_from(Datum))


def degrees(position: Position) -> tuple[float, float]:
    return position.lat, position.lng


@pytest.mark.parametrize(("gps", "amap"), [(SHANGHAI, SHANGHAI_ON_AMAP), (BEIJING, BEIJING_ON_AMAP)])
def test_gps_is_moved_to_where_amap_draws_it(gps: tuple[float, float], amap: tuple[float, float]) -> None:
    moved = to_gcj02(Position(lat=gps[0], lng=gps[1]))
    assert degrees(moved) == pytest.approx(amap, abs=1e-9)
    assert moved.datum is Datum.GCJ02


def test_amap_is_moved_to_where_baidu_draws_it() -> None:
    moved = to_bd09(Position(lat=BEIJING[0], lng=BEIJING[1], datum=Datum.GCJ02))
    assert degrees(moved) == pytest.approx(BEIJING_ON_BAIDU, abs=1e-9)


@given(in_china)
def test_there_and_back_is_under_a_centimetre(position: Position) -> None:
    there = to_bd09(position)
    back = {Datum.WGS84: to_wgs84, Datum.GCJ02: to_gcj02, Datum.BD09: to_bd09}[position.datum](to_wgs84(there))
    assert distance_m(back, position) < 0.01


def test_outside_china_amap_and_gps_agree() -> None:
    paris = Position(lat=48.8566, lng=2.3522)
    assert degrees(to_gcj02(paris)) == (48.8566, 2.3522)


def test_the_same_degrees_in_two_datums_are_half_a_kilometre_apart() -> None:
    gps = Position(lat=BEIJING[0], lng=BEIJING[1])
    amap = Position(lat=BEIJING[0], lng=BEIJING[1], datum=Datum.GCJ02)
    assert distance_m(gps, amap) == pytest.approx(555, abs=5)
    assert distance_m(gps, to_bd09(gps)) < 0.01


def test_a_degree_of_latitude_is_111_195_metres() -> None:
    assert distance_m(Position(lat=0, lng=10), Position(lat=1, lng=10)) == pytest.approx(111_195.08, abs=0.01)


def test_across_the_date_line_is_not_around_the_world() -> None:
    assert distance_m(Position(lat=0, lng=179.5), Position(lat=0, lng=-179.5)) == pytest.approx(111_195.08, abs=0.01)
