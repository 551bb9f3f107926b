"""A person's second factor: begin, confirm, prove, renew the codes, remove; and an administrator's reset."""

from uuid import UUID

from sqlalchemy import delete, func, select, update

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.core.vault import Vault
from storewalk.identity import one_time, queries
from storewalk.identity.events import (
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    SecondFactorBegun,
    SecondFactorConfirmed,
    SecondFactorRemoved,
    SecondFactorReset,
)
from storewalk.identity.factor_models import FactorRule, RecoveryCode, SecondFactor
from storewalk.identity.service.accounts import end_sessions, require_own_grants
from storewalk.identity.service.policy import is_required, rule_of


async def begin(tx: Tx, account_id: UUID, vault: Vault) -> str:
    """Keep a fresh secret, sealed, that counts once it is confirmed, and return it; the same one until then.

    Raises WrongState where the organization has no second factor or the person has one already.
    """
    await queries.lock_account(tx, account_id)
    if (await rule_of(tx)).second_factor is FactorRule.OFF:
        raise WrongState("identity.factor_off")
    factor = await lock_factor(tx, account_id)
    if factor is not None and factor.confirmed_at is not None:
        raise WrongState("identity.factor_there")
    place = one_time.secret_place(account_id)
    if factor is not None:
        return vault.open(factor.secret, place)
    secret = one_time.new_secret()
    tx.session.add(
        SecondFactor(
            org_id=tx.org_id, id=new_id(), account_id=account_id, secret=vault.seal(secret, place), last_step=0
        )
    )
    await tx.flush()
    tx.record(SecondFactorBegun(subject_id=account_id))
    return secret


async def confirm(tx: Tx, account_id: UUID, code: str, vault: Vault) -> list[str]:
    """Have the second factor count from now on, and return the recovery codes.

    Raises WrongState when none was begun, Invalid for a wrong code.
    """
    await queries.lock_account(tx, account_id)
    factor = await lock_factor(tx, account_id)
    if factor is None:
        raise WrongState("identity.factor_not_begun")
    if factor.confirmed_at is not None:
        raise WrongState("identity.factor_there")
    if not _take_step(tx, factor, code, vault):
        raise Invalid("identity.wrong_code", field="code")
    factor.confirmed_at = tx.now
    tx.record(SecondFactorConfirmed(subject_id=account_id))
    return await _new_codes(tx, account_id)


async def prove(tx: Tx, factor: SecondFactor, code: str, vault: Vault) -> bool:
    """Tell whether a code is the app's and was not used before, or an unused recovery code; it is used up then."""
    if _take_step(tx, factor, code, vault):
        return True
    spent = (
        update(RecoveryCode)
        .where(
            RecoveryCode.org_id == tx.org_id,
            RecoveryCode.account_id == factor.account_id,
            RecoveryCode.code_hash == one_time.code_hash(code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=tx.now)
        .returning(RecoveryCode.id)
    )
    if (await tx.session.execute(spent)).first() is None:
        return False
    tx.record(RecoveryCodeUsed(subject_id=factor.account_id, left=await codes_left(tx, factor.account_id)))
    return True


async def renew_codes(tx: Tx) -> list[str]:
    """Replace the actor's recovery codes. Raises WrongState without a second factor."""
    await queries.lock_account(tx, tx.actor.account_id)
    await _require_factor(tx, tx.actor.account_id)
    tx.record(RecoveryCodesRenewed(subject_id=tx.actor.account_id))
    return await _new_codes(tx, tx.actor.account_id)


async def remove(tx: Tx) -> None:
    """Do without the actor's second factor. Raises WrongState where there is none or the organization wants one."""
    await queries.lock_account(tx, tx.actor.account_id)
    await _require_factor(tx, tx.actor.account_id)
    if await is_required(tx, tx.actor.account_id):
        raise WrongState("identity.factor_required")
    await _forget(tx, tx.actor.account_id)
    tx.record(SecondFactorRemoved(subject_id=tx.actor.account_id))


async def reset(tx: Tx, account_id: UUID) -> None:
    """Take somebody's lost second factor away and end the person's sessions.

    Raises WrongState without one, Forbidden for somebody with more rights.
    """
    await queries.lock_account(tx, account_id)
    await require_own_grants(tx, account_id)
    await _require_factor(tx, account_id)
    await _forget(tx, account_id)
    await end_sessions(tx, account_id)
    tx.record(SecondFactorReset(subject_id=account_id))


async def lock_factor(tx: Tx, account_id: UUID) -> SecondFactor | None:
    """Return a person's second factor for change, confirmed or not."""
    statement = select(SecondFactor).where(SecondFactor.org_id == tx.org_id, SecondFactor.account_id == account_id)
    return (await tx.session.execute(statement.with_for_update())).scalar_one_or_none()


async def codes_left(tx: Tx, account_id: UUID) -> int:
    """Return how many recovery codes are unused."""
    own = (RecoveryCode.org_id == tx.org_id, RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
    return (await tx.session.execute(select(func.count()).where(*own))).scalar_one()


def _take_step(tx: Tx, factor: SecondFactor, code: str, vault: Vault) -> bool:
    secret = vault.open(factor.secret, one_time.secret_place(factor.account_id))
    step = one_time.matched_step(secret, code, tx.now, factor.last_step)
    if step is None:
        return False
    factor.last_step = step
    return True


async def _require_factor(tx: Tx, account_id: UUID) -> None:
    factor = await lock_factor(tx, account_id)
    if factor is None or factor.confirmed_at is None:
        raise WrongState("identity.factor_none")


async def _new_codes(tx: Tx, account_id: UUID) -> list[str]:
    await _forget_codes(tx, account_id)
    codes = one_time.new_recovery_codes()
    for code in codes:
        tx.session.add(
            RecoveryCode(org_id=tx.org_id, id=new_id(), account_id=account_id, code_hash=one_time.code_hash(code))
        )
    await tx.flush()
    return codes


async def _forget(tx: Tx, account_id: UUID) -> None:
    await _forget_codes(tx, account_id)
    await tx.session.execute(
        delete(SecondFactor).where(SecondFactor.org_id == tx.org_id, SecondFactor.account_id == account_id)
    )


async def _forget_codes(tx: Tx, account_id: UUID) -> None:
    await tx.session.execute(
        delete(RecoveryCode).where(RecoveryCode.org_id == tx.org_id, RecoveryCode.account_id == account_id)
    )
