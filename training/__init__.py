"""Recipes that make the data that ships in the package."""
