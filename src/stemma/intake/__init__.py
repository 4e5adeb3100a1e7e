"""Intake: the documents inside files that hold many, and on the network."""
