"""What an RFID tag says, after the GS1 EPC Tag Data Standard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.catalog.barcode import kind_of
from storewalk.counts.epc import PARTITIONS, Epc, read_epc

# The standard's own example is the first; the others are one of each partition, worked out by the encoder of epcpy.
SGTIN_96 = [
    ("3074257BF7194E4000001A85", "0614141.812345.6789", "80614141123458"),
    ("3020393243F1660000000001", "061414112345.8.1", "80614141123458"),
    ("30242DC1CFF453BFFFFFFFFF", "06141411234.78.274877906943", "70614141123482"),
    ("3028249B0CC3C54000000000", "0614141123.789.0", "70614141123895"),
    ("302C3A91AE07B48000000005", "061414112.7890.5", "70614141128906"),
    ("30302EDAF1CD0D4000000006", "06141411.78901.6", "70614141189013"),
    ("30383BF986D3150000000007", "061414.1789012.7", "10614147890126"),
]


@pytest.mark.parametrize(("memory", "identity", "gtin"), SGTIN_96)
def test_a_tag_is_the_same_in_every_notation(memory: str, identity: str, gtin: str) -> None:
    tag = Epc(f"urn:epc:id:sgtin:{identity}", "sgtin", gtin)
    written = (
        memory,
        f" {memory.lower()}\n",
        f"urn:epc:id:sgtin:{identity}",
        f"urn:epc:tag:sgtin-96:3.{identity}",
        f"urn:epc:tag:sgtin-96:1.{identity}",
        f"urn:epc:raw:96.x{memory}",
    )
    assert {read_epc(each) for each in written} == {tag}


def test_a_serial_of_characters_is_the_same_in_every_notation() -> None:
    memory = "3674257BF6B7A659B2C2BF" + "1000".ljust(30, "0")
    identity = "0614141.712345.32a%2Fb"
    tag = Epc(f"urn:epc:id:sgtin:{identity}", "sgtin", "70614141123451")
    written = (memory, f"urn:epc:id:sgtin:{identity}", f"urn:epc:tag:sgtin-198:3.{identity}")
    assert {read_epc(each) for each in written} == {tag}


@given(st.data())
def test_every_sgtin_gives_back_its_numbers_with_a_sound_check_digit(data: st.DataObject) -> None:
    partition = data.draw(st.integers(0, 6))
    bits, digits = PARTITIONS[partition]
    prefix = data.draw(st.integers(0, 10**digits - 1))
    item = data.draw(st.integers(0, 10 ** (13 - digits) - 1))
    serial = data.draw(st.integers(0, 2**38 - 1))
    filter_value = data.draw(st.integers(0, 7))
    memory = 0x30
    for value, size in ((filter_value, 3), (partition, 3), (prefix, bits), (item, 44 - bits), (serial, 38)):
        memory = memory << size | value
    tag = read_epc(f"{memory:024X}")
    assert tag is not None
    assert tag.identity == f"urn:epc:id:sgtin:{prefix:0{digits}}.{item:0{13 - digits}}.{serial}"
    assert tag.gtin is not None
    assert kind_of(tag.gtin) == 14
    assert read_epc(tag.identity) == tag


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("3374257BF40C0E400000162E", "grai"),
        ("urn:epc:id:sscc:0614141.1234567890", "sscc"),
        ("urn:epc:tag:grai-96:3.0614141.12345.5678", "grai"),
        ("E28011700000020F1A2B3C4D", "other"),  # a maker's number, as tags have it before they are written
        ("303C257BF7194E4000001A85", "other"),  # partition 7 is not in the table
        ("3075FFFFFFFFFFFFFFFFFFFF", "other"),  # more than seven digits
        ("3074257BF7194E4000001A8500000000", "other"),  # not 96 bits
        ("urn:epc:id:sgtin:0614141.12345.6789", "sgtin"),  # a digit is missing
    ],
)
def test_other_tags_are_known_by_what_is_in_them(text: str, scheme: str) -> None:
    assert read_epc(text) == Epc(text, scheme)


@pytest.mark.parametrize(
    "text", ["", "6901234567892", "3074257BF7194E4000001A8", "urn:epc:", "urn:isbn:1", "牛奶", "G" * 24]
)
def test_what_is_no_tag_is_none(text: str) -> None:
    assert read_epc(text) is None
