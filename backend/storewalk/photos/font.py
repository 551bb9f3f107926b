"""The font that is shipped, since a bare machine has none with Chinese: on stamps, and on what is printed."""

from pathlib import Path
from typing import Final

FONT: Final = Path(__file__).parent / "fonts" / "NotoSansSC-store.otf"
