"""The use cases, one verb a module, and the wiring of adapters."""

from stemma.case.briefing import brief_files

__all__ = ["brief_files"]
