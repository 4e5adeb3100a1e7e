"""How often the pronouns and descriptions of a text are taken for the right one, for a wrong one, or left open."""
