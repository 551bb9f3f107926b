"""Secrets at rest."""

import pytest

from storewalk.core.vault import Unreadable, Vault

OLD, NEW = "o" * 32, "n" * 32
PLACE = "channel_access.secret 1 wecom"


def test_what_is_sealed_opens_again_and_shows_nothing_of_itself() -> None:
    sealed = Vault(NEW).seal("企业密钥", PLACE)
    assert Vault(NEW).open(sealed, PLACE) == "企业密钥"
    assert "企业密钥" not in sealed
    assert Vault(NEW).seal("企业密钥", PLACE) != sealed


def test_a_secret_cannot_be_moved_to_another_row() -> None:
    sealed = Vault(NEW).seal("s", PLACE)
    with pytest.raises(Unreadable):
        Vault(NEW).open(sealed, "channel_access.secret 2 wecom")


def test_after_a_rotation_old_secrets_open_and_new_ones_need_the_new_key() -> None:
    before = Vault(OLD).seal("s", PLACE)
    rotated = Vault(NEW, (OLD,))
    assert rotated.open(before, PLACE) == "s"
    after = rotated.seal("s", PLACE)
    assert Vault(NEW).open(after, PLACE) == "s"
    for vault, sealed in ((Vault(OLD), after), (Vault(NEW), before)):
        with pytest.raises(Unreadable):
            vault.open(sealed, PLACE)


def test_what_was_changed_or_never_sealed_does_not_open() -> None:
    sealed = Vault(NEW).seal("s", PLACE)
    head, _, tail = sealed.rpartition(".")
    changed = f"{head}.{'A' if tail[0] != 'A' else 'B'}{tail[1:]}"
    for text in (changed, "", "v1", "v2." + sealed[3:], "plain"):
        with pytest.raises(Unreadable):
            Vault(NEW).open(text, PLACE)
