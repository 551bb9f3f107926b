"""The rows of a file, whichever of the two kinds it is."""

from storewalk.core.errors import Invalid
from storewalk.integrations.schemas import ImportSheet, SheetFile
from storewalk.integrations.sheet_text import read_sheet
from storewalk.integrations.sheet_xlsx import read_xlsx


def read_file(form: ImportSheet | SheetFile, most: int) -> list[tuple[int, list[str]]]:
    """Return the rows that hold something, each with its number.

    Raises Invalid for what is neither CSV nor Excel, and for more than `most` rows below the headings.
    """
    field = "csv" if isinstance(form, ImportSheet) or form.csv is not None else "xlsx"
    try:
        if isinstance(form, SheetFile) and form.csv is None:
            sheet = read_xlsx(form.xlsx or b"")
        else:
            sheet = read_sheet(form.csv or "")
    except ValueError as error:
        raise Invalid("integrations.no_csv" if field == "csv" else "integrations.no_xlsx", field=field) from error
    if len(sheet) > most + 1:
        raise Invalid("integrations.too_many_rows", field=field, most=most)
    return sheet
