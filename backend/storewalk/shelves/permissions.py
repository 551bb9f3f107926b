"""Who corrects what the model saw, who takes the corrections out as labels, and who watches the model."""

from storewalk.core.access import Permission, Role

CORRECT = Permission("shelves.correct", roles=(Role.INSPECTOR.value, Role.REGIONAL.value))
EXPORT_LABELS = Permission("shelves.export_labels")
WATCH_MODELS = Permission("shelves.watch_models")
