"""What happens to stores."""

from uuid import UUID

from storewalk.core.events import Event


class LegalEntityAdded(Event, kind="stores.legal_entity_added"):
    """The chain has another legal entity."""


class LegalEntityChanged(Event, kind="stores.legal_entity_changed"):
    """A legal entity's name, kind or code was corrected."""


class RegionAdded(Event, kind="stores.region_added"):
    """The chain has another region."""

    parent_id: UUID | None = None


class RegionChanged(Event, kind="stores.region_changed"):
    """A region has another name, or another parent with all that lies below it; the audit entry says what."""


class StoreAdded(Event, kind="stores.store_added"):
    """The chain has another store."""

    code: str


class StoreChanged(Event, kind="stores.store_changed"):
    """Something about a store changed; the audit entry says what."""


class CheckInCodeRenewed(Event, kind="stores.check_in_code_renewed"):
    """A store has another check-in code; posters with the one before are worth nothing."""


class StoresImported(Event, kind="stores.imported"):
    """A file of stores was taken in; the counts are rows."""

    created: int
    updated: int
