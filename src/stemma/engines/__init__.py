"""Engines: what reads and compares many documents, on one machine or on many."""
