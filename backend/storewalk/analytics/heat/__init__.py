"""The heat map: stores or regions down, checkpoints or sections across, and the answers that a cell adds up.

- A **cell** counts the answers of scored visits in the period that count. Checkpoints are the same over versions and
  checklists if their key is; a section holds the checkpoints that the newest version in use puts into it.
- The **score** of a checkpoint's cell is 100 × passed ÷ (passed + failed), of a section's cell the same by the weight
  that each checkpoint had in its own version. Not applicable is in neither sum.
- A cell without such an answer has no score. Where no visit followed a checklist with the question, nobody looked: it
  is **unvisited**. Where visits did, it was **not applicable**: said so, not asked in such a store, or left out.
- The **score of a row** is the mean of its visits' scores, as everywhere. What is unvisited is in no mean.
"""
