"""The use cases, one verb a module, and the wiring of adapters."""

from stemma.case.briefing import Briefing, brief_files
from stemma.case.quoting import Quoting, Wanted, quote_files
from stemma.case.tagging import Chosen, choose_llm
from stemma.case.verifying import Verdict, verify_brief
from stemma.case.writing import UNENCODABLE, write_layer, write_whole, writing_whole

__all__ = [
    "UNENCODABLE",
    "Briefing",
    "Chosen",
    "Quoting",
    "Verdict",
    "Wanted",
    "brief_files",
    "choose_llm",
    "quote_files",
    "verify_brief",
    "write_layer",
    "write_whole",
    "writing_whole",
]
