"""A visit on a page, to be sent on: as a picture for a chat, and as a PDF to keep or print."""
