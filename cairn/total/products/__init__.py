"""Three totals clearly apart: the envelope, the bounds of the mean, and a model's fan."""
