"""The unified social credit code (统一社会信用代码) of a legal entity."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
WEIGHT_BASE = 3


def is_credit_code(code: str) -> bool:
    """Tell whether `code` has the form and the check character of GB 32100-2015.

    The check character stands for 31 - (Σ Cᵢ · 3^(i-1) mod 31), i = 1..17, 31 standing as 0; letters I, O, S, V, Z
    are not used (GB 32100-2015, 4.3; the scheme is ISO/IEC 7064 MOD 31-3).
    """
    if len(code) != LENGTH or any(character not in ALPHABET for character in code):
        return False
    return ALPHABET.index(code[-1]) == _check_value(code[:-1])


def with_check_character(body: str) -> str:
    """Complete the first 17 characters of a code; raises ValueError for a character outside the alphabet."""
    return body + ALPHABET[_check_value(body)]


def _check_value(body: str) -> int:
    base = len(ALPHABET)
    total = sum(ALPHABET.index(character) * pow(WEIGHT_BASE, place, base) for place, character in enumerate(body))
    return (base - total % base) % base
