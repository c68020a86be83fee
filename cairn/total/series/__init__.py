"""Tolls and figures over time: what each source said of each day, and what it said before."""
