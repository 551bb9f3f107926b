"""The acts on legal entities, regions and stores; one file an act or two that belong together."""
