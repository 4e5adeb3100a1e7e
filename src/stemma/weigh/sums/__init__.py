"""Arithmetic that holds figures against each other."""
