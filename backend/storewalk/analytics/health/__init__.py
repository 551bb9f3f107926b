"""The health of a store: one figure out of stated dimensions, each from 0 to 100 points, with its weight and its days.

Every dimension looks at a number of days up to today. Its points, with the weight that it has until an organization
says otherwise (`rule`); one of weight 0 does not count:

- **inspection** (weight 30, 90 days): the mean score of scored inspectors' visits.
- **rectification** (20, 90 days): of the tasks that fell due, withdrawn ones left out, 100 × those accepted in time.
- **availability** (20, 28 days): the mean on-shelf availability of the photos measured, in per cent.
- **stock** (10, 90 days): of the products that approved counts counted, 100 × those where the book was right.
- **freshness** (10, 28 days): what was written off as expired or spoiled, at cost, over what customers paid: 100 points
  at none, 0 at 5 % and more, in a straight line between; as far as the nightly results know.
- **self_checks** (10, 28 days): of the store's own checks whose day has come, 100 × those done and not missed.

The health is Σ(weight × points) ÷ Σ(weight) over the dimensions that have data. One without is in neither sum and says
"no data"; where none has any, there is no health. Rounded half up to a tenth, from exact fractions. `DIMENSIONS` is the
only place where the first weights and the days are.
"""
