"""Reading one's own inbox needs no grant: every route here is for whoever is signed in, and sees only their rows."""

from storewalk.core.access import SIGNED_IN

OWN_INBOX = SIGNED_IN
