"""What may be done with accounts and access."""

from typing import Final

from storewalk.core.access import Permission

ACCOUNTS_READ: Final = Permission("accounts.read", ("hr", "regional"))
ACCOUNTS_MANAGE: Final = Permission("accounts.manage")
PHONES_READ: Final = Permission("accounts.read_phones", ("hr",))
TOKENS_MANAGE: Final = Permission("tokens.manage")
ACCESS_POLICY_MANAGE: Final = Permission("access_policy.manage")
