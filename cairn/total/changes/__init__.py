"""Which incidents moved a total between two days, and why."""
