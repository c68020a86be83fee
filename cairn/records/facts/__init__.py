"""The flat facts that totals are counted from: made from the records, kept in step, checked against them."""
