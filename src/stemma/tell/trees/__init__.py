"""The tree of one claim: who has it from whom, drawn in several ways."""
