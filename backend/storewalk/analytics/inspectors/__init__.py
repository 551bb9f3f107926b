"""Inspectors: where they went, how long it took, and how far their word agrees with others'.

- **Coverage**: of the stores in the place, those with a finished visit of an inspector in the period; those that were
  to be visited in it and were not; those that nobody has ever visited.
- **In store** is the time from the start of a visit to its submission. **On the way** is the time between the end of a
  visit and the start of the same person's next one on the same business date; only what both are known of is counted,
  and nobody is tracked in between.
- **Against others**: the mean, over an inspector's scored visits at stores where others scored visits too, of the score
  given less the mean of the others' there. Above 0 is milder than the others at the same stores.
- **Against the model**: of the answers where a shelf was measured and a person said pass or fail, those where they
  differ: stricter if the model would have passed, milder if it would have failed.
- **Against a second look**: two visits at one store by two people within fourteen days, the nearest before each; and a
  store's own check with the visit that looked at it again. Of the questions (by key) that both passed or failed, the
  share on which they agree, and Cohen's kappa (`kappa`). What a store put right in between counts as disagreement, so
  this is a lower bound.

Fewer than `ENOUGH` observations judge nobody: the sample is shown, and nothing is put in an order by it.
"""

from typing import Final

ENOUGH: Final = 10
