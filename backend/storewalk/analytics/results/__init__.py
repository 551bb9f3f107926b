"""Results of ordering: what the figures mean, how they are computed, and the rows that add up to them.

- **Needed**: what the arithmetic of a suggestion comes to when the real demand of the days that the order had to last
  stands in the place of the forecast, rounded up to whole packs. Safety, display, stock and what was on order are those
  of the sheet, so system and store are held against the same aim and differ by what they thought would be sold. Real
  demand is what was sold and an estimate of what would have been sold while there was none (`demand_met`).
- **Order accuracy**: 1 - the sum of |ordered - needed| over the sum of needed, at cost, since bottles and kilos do not
  add up: the weighted absolute percentage error, or MAD/mean (Kolassa, Schütz, "Advantages of the MAD/Mean Ratio over
  the MAPE", Foresight 6, 2007). The **bias** is the same without the bars: above 0 too much was ordered. Both once with
  what was suggested and once with what was approved in the end, over the same lines.
- **Override value added**: by how much less the approved quantities of the lines that were changed miss what was needed
  than the suggestions would have: forecast value added (Gilliland, "The Business Forecasting Deal", 2010). By reason
  and by size, since small changes tend to hurt and large cuts to help (Fildes, Goodwin, Lawrence, Nikolopoulos, Int.
  Journal of Forecasting 25, 2009). People change the lines that they doubt, so this says nothing of those they left
  alone; below `ENOUGH` lines nobody is told that changing helps or hurts.
- **Stock-out rate**: of the product-days of stores (a product that a store carries on a day on which it is open), those
  on which there was none during some of the opening hours; beside it the share of the hours (Gruen, Corsten, "A
  Comprehensive Guide to Retail Out-of-Stock Reduction", 2008). A product is carried from the day it was first there, on
  which it is not missed yet, until it is discontinued or the store does not carry it any more, as was known when the
  day was read.
- **Stock days**: stock at cost at the end of each day over what the goods sold that day had cost, both summed over the
  same days: how long what is there lasts.
- **Waste**: what was written off as expired or spoiled, at cost, over what customers paid; all waste stands beside it.
- **Fill rate**: what came of finished orders over what was ordered, at cost, never more than was ordered of a line;
  beside it the lines that came in full.
- **On time**: of the deliveries that have come, those whose last goods were taken in by the day that the order was
  promised for, by the store's calendar.
- **Approval**: of the orders decided on, those that passed by the rules; of those that people decided on, how long they
  had waited in all (median and the ninth decile), and how many were told further up. Orders count on their own day.
- **Claims**: what stores hold against sources, by the day of the order.

Accuracy, override and fill rate know finished orders (received or closed) whose days are over. A period is compared
with the days before it, as many.
"""
