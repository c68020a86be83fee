"""A release: what goes into it, by the ledger's setting, and which were issued."""
