"""Set a person's phone number."""

from uuid import UUID

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.core.vault import Vault
from storewalk.identity import phones, queries
from storewalk.identity.events import AccountChanged
from storewalk.identity.service.accounts import require_own_grants


async def set_phone(tx: Tx, account_id: UUID, told: str, vault: Vault) -> None:
    """Set a person's number, or take it away by an empty one; it is sealed where it is kept, and in no event.

    The number that is kept, in full or as it is shown masked, changes nothing.

    Raises:
        Invalid: it is no phone number, or a masked one that is not the kept one.
        Forbidden: the person holds what the actor does not.
        WrongState: the account is closed.
    """
    account = await queries.lock_account(tx, account_id)
    if account.deactivated_at is not None:
        raise WrongState("identity.already_deactivated")
    if account_id != tx.actor.account_id:
        await require_own_grants(tx, account_id)
    wanted, now = _read(told), phones.opened(vault, account_id, account.phone)
    if wanted == now or (now is not None and wanted == phones.masked(now)):
        return
    if wanted is not None and "*" in wanted:
        raise Invalid("identity.phone_masked", field="phone")
    account.phone = phones.sealed(vault, account_id, wanted)
    tx.record(AccountChanged(subject_id=account_id, fields=["phone"]))
    await tx.flush()


def _read(told: str) -> str | None:
    if not told.strip():
        return None
    try:
        return phones.read_phone(told)
    except ValueError as error:
        raise Invalid("identity.no_phone", field="phone") from error
