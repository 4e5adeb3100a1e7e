"""The use cases, one verb a module, and the wiring of adapters."""

from stemma.case.briefing import Briefing, brief_files
from stemma.case.writing import write_whole

__all__ = ["Briefing", "brief_files", "write_whole"]
