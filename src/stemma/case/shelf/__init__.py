"""Told stories, as a case keeps them: what each follows from, put there, and taken out again."""
