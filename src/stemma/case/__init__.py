"""The use cases, one verb a module, and the wiring of adapters."""

from stemma.case.briefing import Briefing, brief_files
from stemma.case.verifying import Verdict, verify_brief
from stemma.case.writing import write_whole

__all__ = ["Briefing", "Verdict", "brief_files", "verify_brief", "write_whole"]
