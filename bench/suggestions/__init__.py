"""How often the suggestion for a comment is what a supervisor would decide (Row E2).

``labelled.csv`` holds comments with the kind a supervisor would decide, each about one of the orders in
``orders.csv``. They were written before the matcher, by these rules, from Rows B3, B8 and B11:

- *correction*: what the order contains was not met: its style, a level, an extra that was ordered, what the product
  includes, or the picture was damaged, is missing or is somebody else's. Complaints about a variable that stands at 0
  are about the style.
- *amendment*: something the order does not contain: an extra that was not ordered, another level or style than the
  one ordered, new pictures, formats or things in the picture. So is "too bright" where *Brighter* was ordered, and a
  plain wish for another level that finds no fault. A word such as "Correction" in the comment does not decide it.
- *feedback*: thanks, praise, or an idea, and nothing to do about this order.

``misspelt`` names the words of the comment that are not spelt as a dictionary has them. A comment belongs to the part
for testing when its number divided by 5 leaves 0 or 3, otherwise to the part for tuning; the matcher was tuned on the
latter alone.
"""
