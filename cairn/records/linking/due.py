"""Link what is due: what has changed among all that is linked, or everything where that is too much.

Reports that come one by one are linked nearly as all at once would be. What a page has begun to repeat
is not known for its furniture yet, and two incidents that nothing new is near stay as they are. So that this
never adds up, all is linked again each time the ledger has doubled, and with each new version of link.
"""

from __future__ import annotations

from django.db import transaction

from cairn.records import actions
from cairn.records.inputs import done
from cairn.records.linking.anew import link_all
from cairn.records.linking.holdings import LedgerHoldings
from cairn.records.linking.near import link_near
from cairn.records.linking.touched import Touched, last_change, touched_since
from cairn.records.progress import Watching
from cairn.records.refusals import in_plain_words
from cairn.records.version import linking_version
from cairn.vocabulary.conflict import Conflict

LARGE_SHARE = 16  # of so many events: when more are new than one in these, linking all is quicker
MOST_INCIDENTS = 100  # that people know anew, as after an import: reports near them may be anywhere
VERSION, SEEN, WHOLE = "link", "link: changes", "link: whole"  # what the step keeps of itself


def link_due(conflict: Conflict, watch: Watching) -> None:
    """Link what anything has changed for that link depends on, since it last looked."""
    version, seen, now = linking_version(conflict), int(done(SEEN) or 0), last_change()
    if done(VERSION) == version and now == seen:
        return
    touched = touched_since(seen) if done(VERSION) == version else None
    by = actions.the_machine(f"linked by the rules of version {version[:12]}")
    with in_plain_words(), transaction.atomic():
        if touched is None or _is_much(touched):
            actions.step_done(WHOLE, str(link_all(conflict, by, watch)))
        elif touched.reports or touched.incidents:
            advance = watch("link", len(touched.reports))
            link_near(touched, conflict, by)
            advance(len(touched.reports))
        actions.step_done(SEEN, str(now))
        actions.step_done(VERSION, version)


def _is_much(touched: Touched) -> bool:
    held, new = len(LedgerHoldings()), len(touched.reports)
    grown = held + new >= 2 * int(done(WHOLE) or 0)
    return grown or new * LARGE_SHARE > held or len(touched.incidents) > MOST_INCIDENTS
