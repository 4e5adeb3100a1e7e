"""The brief as one HTML file: no network, no script; each number leads to the words it stands on."""

from stemma.model import Brief
from stemma.tell.accounts import accounts_of, summary_of
from stemma.tell.changes import changes_of
from stemma.tell.charts import draw_chart
from stemma.tell.chronicle import days_of
from stemma.tell.desk import Desk
from stemma.tell.gaps import gaps_of
from stemma.tell.judged import notes_of
from stemma.tell.ledger import ledger_of, sums_of, topics_of
from stemma.tell.marking import pieces_by_number
from stemma.tell.stands import matrix_of, standings_of
from stemma.tell.templating import page_environment
from stemma.tell.trees.drawing import draw_tree
from stemma.tell.ways import PageWays
from stemma.tell.wording import EVIDENCE

__all__ = ["as_html"]

CHARTS = 8
"""Charts on a page; the ledger below them is whole."""


def as_html(brief: Brief) -> str:
    """Return *brief* as one self-contained page."""
    desk = Desk.of(brief)
    accounts = accounts_of(desk)
    shared = [account for account in accounts if account.is_shared]
    contested = {s.account.claim.id for s in standings_of(accounts, desk) if s.is_contested}
    pages = ledger_of(desk)
    charts = [chart for same in topics_of(pages) if same[0].counts and (chart := draw_chart(same))]
    charts.sort(key=lambda chart: chart.values < 2)
    trees = {account.number: draw_tree(account, desk) for account in shared}
    return (
        page_environment()
        .get_template("page.html.j2")
        .render(
            desk=desk,
            to=PageWays(desk, accounts),
            notes=notes_of(brief),
            summary=summary_of(accounts),
            accounts=accounts,
            shared=shared,
            single=[account for account in accounts if not account.is_shared],
            trees=trees,
            kinds=[kind for kind in EVIDENCE if any(kind in tree.kinds for tree in trees.values())],
            has_open=any(tree.has_open for tree in trees.values()),
            has_denial=any(tree.has_denial for tree in trees.values()),
            has_fold=any(tree.has_fold for tree in trees.values()),
            has_circle=any(tree.has_circle for tree in trees.values()),
            matrix=matrix_of([a for a in accounts if a.is_shared or a.claim.id in contested], desk),
            ledger=pages,
            charts=charts[:CHARTS],
            sums=sums_of(desk),
            changes=changes_of(desk),
            gaps=gaps_of(desk),
            days=days_of(desk),
            pieces=pieces_by_number(desk, accounts),
        )
    )
