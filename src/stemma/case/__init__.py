"""The use cases, one verb a module, and the wiring of adapters."""

from stemma.case.accounts import Entry, accounts_of, appoint, dismiss, note_entry
from stemma.case.batching import run_batch
from stemma.case.briefing import Briefing, brief_files, brief_page, brief_story, front_page, list_stories
from stemma.case.by_story import tell_by_story
from stemma.case.claiming import find_claim
from stemma.case.coming.adding import Outcome, Settled
from stemma.case.coming.starting import Adding, add_files, init_case
from stemma.case.coming.watching import Round, stop_following, tell_no_more, watch_case
from stemma.case.excerpting import case_of_story, find_story
from stemma.case.exchanging import Merged, export_case, import_case
from stemma.case.files.writing import UNENCODABLE, write_layer, write_whole, writing_whole
from stemma.case.judgements.deciding import decide, find_judgement
from stemma.case.judgements.judging import judge_case, tell_log
from stemma.case.judgements.logged import Logged, LogLine, log_of
from stemma.case.judgements.wishing import NO_PASSAGE, Passage, Wish, read_record, read_wish, read_wishes
from stemma.case.looking.lists import Window
from stemma.case.looking.searching import Found, search_case
from stemma.case.looking.sought import Seeker, Sought
from stemma.case.looking.versions import compare_versions
from stemma.case.looking.viewing import CaseView
from stemma.case.measuring import measured, measured_pages, measured_watch
from stemma.case.passing import passing_case
from stemma.case.proving import prove_case
from stemma.case.quoting import Quoting, Wanted, quote_files
from stemma.case.tagging import Chosen, choose_llm
from stemma.case.verifying import Verdict, verify_brief
from stemma.stores import is_case

__all__ = [
    "NO_PASSAGE",
    "UNENCODABLE",
    "Adding",
    "Briefing",
    "CaseView",
    "Chosen",
    "Entry",
    "Found",
    "LogLine",
    "Logged",
    "Merged",
    "Outcome",
    "Passage",
    "Quoting",
    "Round",
    "Seeker",
    "Settled",
    "Sought",
    "Verdict",
    "Wanted",
    "Window",
    "Wish",
    "accounts_of",
    "add_files",
    "appoint",
    "brief_files",
    "brief_page",
    "brief_story",
    "case_of_story",
    "choose_llm",
    "compare_versions",
    "decide",
    "dismiss",
    "export_case",
    "find_claim",
    "find_judgement",
    "find_story",
    "front_page",
    "import_case",
    "init_case",
    "is_case",
    "judge_case",
    "list_stories",
    "log_of",
    "measured",
    "measured_pages",
    "measured_watch",
    "note_entry",
    "passing_case",
    "prove_case",
    "quote_files",
    "read_record",
    "read_wish",
    "read_wishes",
    "run_batch",
    "search_case",
    "stop_following",
    "tell_by_story",
    "tell_log",
    "tell_no_more",
    "verify_brief",
    "watch_case",
    "write_layer",
    "write_whole",
    "writing_whole",
]
