"""Fingerprints: numbers only, no pictures."""

from hypothesis import given
from hypothesis import strategies as st

from storewalk.photos.fingerprint import NEAR, bands, distance, signed

BITS = st.integers(min_value=0, max_value=2**64 - 1)


@given(BITS)
def test_a_fingerprint_fits_bigint_and_keeps_its_bits(bits: int) -> None:
    number = signed(bits)
    assert -(2**63) <= number < 2**63
    assert number & (2**64 - 1) == bits


def test_distance_counts_differing_bits_across_the_sign() -> None:
    assert distance(-1, 0) == 64
    assert distance(signed(1 << 63), 0) == 1
    assert distance(5, 5) == 0


def test_bands_are_the_slices_from_the_high_end() -> None:
    assert bands(signed(0xFFF8_0000_0000_0FFF)) == (0x1FFF, 0, 0, 0, 0xFFF)


@given(BITS, st.sets(st.integers(0, 63), max_size=NEAR))
def test_two_near_fingerprints_always_share_a_band(bits: int, flipped: set[int]) -> None:
    other = bits
    for bit in flipped:
        other ^= 1 << bit
    pairs = zip(bands(signed(bits)), bands(signed(other)), strict=True)
    assert any(one == two for one, two in pairs)
