"""Reading one's own inbox needs no grant; how an organization is reached, and what it was sent, is for its head."""

from typing import Final

from storewalk.core.access import SIGNED_IN, Permission

OWN_INBOX: Final = SIGNED_IN
CHANNELS_MANAGE: Final = Permission("channels.manage")
DELIVERIES_READ: Final = Permission("deliveries.read")
