"""Mentions to sources: one speaker under all its names, across documents."""

from stemma.resolve.resolving import Resolution, resolve

__all__ = ["Resolution", "resolve"]
