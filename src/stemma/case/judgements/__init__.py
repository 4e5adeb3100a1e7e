"""Analysts' words: what they point at, given, kept, and told of afterwards."""
