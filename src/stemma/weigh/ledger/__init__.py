"""The ledger: who gives which figure, how it stands to those before it, and what is claimed now."""
