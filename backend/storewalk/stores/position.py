"""Positions keep the datum that they were given in, and are converted when they are compared.

Browsers and GPS give WGS-84, Amap and Tencent GCJ-02, Baidu BD-09. Read as one another they are off by 100 to 1,000 m.
"""

from enum import StrEnum
from math import asin, atan2, cos, pi, radians, sin, sqrt
from typing import Annotated

from msgspec import Meta

from storewalk.core.schemas import Input

KRASOVSKY_RADIUS_M = 6_378_245.0
KRASOVSKY_ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943
BAIDU_PI = pi * 3000 / 180
MEAN_EARTH_RADIUS_M = 6_371_008.8
# The published transform is applied inside this box only; outside it GCJ-02 equals WGS-84.
CHINA_LATITUDES, CHINA_LONGITUDES = (0.8293, 55.8271), (72.004, 137.8347)
INVERSION_STEPS = 6


class Datum(StrEnum):
    """The reference system of a pair of coordinates."""

    WGS84 = "WGS84"
    GCJ02 = "GCJ02"
    BD09 = "BD09"


class Position(Input):
    """Degrees north and east in the named datum."""

    lat: Annotated[float, Meta(ge=-90, le=90)]
    lng: Annotated[float, Meta(ge=-180, le=180)]
    datum: Datum = Datum.WGS84


def to_wgs84(position: Position) -> Position:
    """Convert to WGS-84, to within a centimetre of the inverse of the published transforms."""
    if position.datum is Datum.WGS84:
        return position
    lat, lng = position.lat, position.lng
    if position.datum is Datum.BD09:
        lat, lng = _gcj02_of_bd09(lat, lng)
    lat, lng = _wgs84_of_gcj02(lat, lng)
    return Position(lat=lat, lng=lng, datum=Datum.WGS84)


def to_gcj02(position: Position) -> Position:
    """Convert to GCJ-02, what Amap and Tencent maps draw."""
    if position.datum is Datum.GCJ02:
        return position
    if position.datum is Datum.BD09:
        lat, lng = _gcj02_of_bd09(position.lat, position.lng)
    else:
        lat, lng = _gcj02_of_wgs84(position.lat, position.lng)
    return Position(lat=lat, lng=lng, datum=Datum.GCJ02)


def to_bd09(position: Position) -> Position:
    """Convert to BD-09, what Baidu maps draw."""
    if position.datum is Datum.BD09:
        return position
    gcj02 = to_gcj02(position)
    lat, lng = _bd09_of_gcj02(gcj02.lat, gcj02.lng)
    return Position(lat=lat, lng=lng, datum=Datum.BD09)


def distance_m(first: Position, second: Position) -> float:
    """Give the great-circle distance in metres by the haversine formula on the mean earth radius (error under 0.6 %).

    Source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), 159.
    """
    a, b = to_wgs84(first), to_wgs84(second)
    half_lat, half_lng = radians(b.lat - a.lat) / 2, radians(b.lng - a.lng) / 2
    chord = sin(half_lat) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(half_lng) ** 2
    return 2 * MEAN_EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


def _in_china(lat: float, lng: float) -> bool:
    south, north = CHINA_LATITUDES
    west, east = CHINA_LONGITUDES
    return south <= lat <= north and west <= lng <= east


def _gcj02_of_wgs84(lat: float, lng: float) -> tuple[float, float]:
    """Shift WGS-84 degrees to GCJ-02.

    The formula is the one published as `WGSToGCJ` in "eviltransform" and described in Wikipedia, "Restrictions on
    geographic data in China", section "GCJ-02": a sum of sines on the Krasovsky 1940 ellipsoid around 105 E, 35 N.
    """
    if not _in_china(lat, lng):
        return lat, lng
    x, y = lng - 105.0, lat - 35.0
    waves = 20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    north += (waves + 20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y / 30.0 * pi)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += (waves + 20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    flattened = 1.0 - KRASOVSKY_ECCENTRICITY_SQUARED * sin(radians(lat)) ** 2
    meridian = KRASOVSKY_RADIUS_M * (1.0 - KRASOVSKY_ECCENTRICITY_SQUARED) / flattened**1.5
    parallel = KRASOVSKY_RADIUS_M / sqrt(flattened) * cos(radians(lat))
    return lat + north / meridian * 180.0 / pi, lng + east / parallel * 180.0 / pi


def _wgs84_of_gcj02(lat: float, lng: float) -> tuple[float, float]:
    """Invert the shift by fixed-point iteration; each step divides the error by more than a thousand."""
    guess_lat, guess_lng = lat, lng
    for _ in range(INVERSION_STEPS):
        shifted_lat, shifted_lng = _gcj02_of_wgs84(guess_lat, guess_lng)
        guess_lat, guess_lng = guess_lat + lat - shifted_lat, guess_lng + lng - shifted_lng
    return guess_lat, guess_lng


def _bd09_of_gcj02(lat: float, lng: float) -> tuple[float, float]:
    """Turn and stretch GCJ-02 to BD-09 by the published polar formula (same sources)."""
    radius = sqrt(lng * lng + lat * lat) + 0.00002 * sin(lat * BAIDU_PI)
    angle = atan2(lat, lng) + 0.000003 * cos(lng * BAIDU_PI)
    return radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065


def _gcj02_of_bd09(lat: float, lng: float) -> tuple[float, float]:
    """Undo BD-09; the published inverse is an approximation good to 0.5 m, so it is refined by iteration."""
    guess_lat, guess_lng = lat - 0.006, lng - 0.0065
    for _ in range(INVERSION_STEPS):
        turned_lat, turned_lng = _bd09_of_gcj02(guess_lat, guess_lng)
        guess_lat, guess_lng = guess_lat + lat - turned_lat, guess_lng + lng - turned_lng
    return guess_lat, guess_lng
