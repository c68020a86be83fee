"""The link step of a ledger: what is new beside what is near it, by the judgements of people."""
