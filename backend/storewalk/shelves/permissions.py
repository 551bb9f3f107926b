"""Who corrects what the model saw, and who takes the corrections out as labels."""

from storewalk.core.access import Permission, Role

CORRECT = Permission("shelves.correct", roles=(Role.INSPECTOR.value, Role.REGIONAL.value))
EXPORT_LABELS = Permission("shelves.export_labels")
