"""Scores of stores: trend, sections, rank, faults that came back, and failed critical checkpoints.

- A store's **mean** is that of its scored visits of one kind in the period, rounded to a tenth as it is shown.
- Its **rank** is one more than the number of stores with a higher mean: equal means share a rank, and the ranks after
  them are left out (1, 2, 2, 4). A store without a scored visit has no rank and is not counted among the ranked.
  The chain's rank counts all stores of the chain, also those that the reader does not see.
- A failure is a **repeat** within 30 (or 90) days if the checkpoint of the same key had failed at the same store in an
  earlier scored visit of the same kind submitted no longer ago; the **repeat rate** is their share of all failures of
  the period. Tasks mark 屡犯 by the same key, but from the day on which the fault was put right.
- A visit is **capped** if a failed critical checkpoint lowered its score.
"""
