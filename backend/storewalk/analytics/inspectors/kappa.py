"""How far two people agree beyond chance."""

from msgspec import Struct


class Agreement(Struct, frozen=True, kw_only=True):
    """How often both passed, both failed, or one did and the other did not; the first looked before the second."""

    both_passed: int
    passed_then_failed: int
    failed_then_passed: int
    both_failed: int

    @property
    def pairs(self) -> int:
        """How many answers were compared."""
        return self.both_passed + self.passed_then_failed + self.failed_then_passed + self.both_failed

    @property
    def rate(self) -> float | None:
        """The share on which they agree; None without pairs."""
        return (self.both_passed + self.both_failed) / self.pairs if self.pairs else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: (observed - chance) / (1 - chance), None where chance alone would make them agree.

        J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960),
        37-46. 1 is full agreement, 0 what chance gives.
        """
        if not self.pairs:
            return None
        first_passed = self.both_passed + self.passed_then_failed
        second_passed = self.both_passed + self.failed_then_passed
        first_failed, second_failed = self.pairs - first_passed, self.pairs - second_passed
        chance = first_passed * second_passed + first_failed * second_failed  # of pairs squared
        if chance == self.pairs**2:
            return None
        return ((self.both_passed + self.both_failed) * self.pairs - chance) / (self.pairs**2 - chance)
