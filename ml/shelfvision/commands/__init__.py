"""The commands of ``shelfvision``, one file each or one for those that belong together."""
