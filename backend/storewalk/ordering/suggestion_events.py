"""What happens to suggestions."""

from storewalk.core.events import Event


class SuggestionsWanted(Event, kind="ordering.suggestions_wanted"):
    """Somebody had a store's suggestions of the day computed; the subject is the store."""
