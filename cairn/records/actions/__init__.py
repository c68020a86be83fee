"""The only writer. Every change to a record is one of these: a short function, a person, a reason.

Web, API and command line call the same ones. Nothing is deleted; it is withdrawn, and the record says by
whom and why.
"""

from cairn.records.actions.admissions import keep_admissions, match_admission
from cairn.records.actions.checking import check_on_the_ground
from cairn.records.actions.collecting import Received, keep_reports, name_confidential, report_id
from cairn.records.actions.estimating import keep_estimate, withdraw_estimate
from cairn.records.actions.grading import Proposal, accept, decide, propose, reject, sign_off
from cairn.records.actions.importing import import_incidents, incident_id
from cairn.records.actions.importing_beside import import_attributions, import_figures, import_sources
from cairn.records.actions.judging import judge_incidents, judge_mention, judge_reports
from cairn.records.actions.linking import Links, NewIncident, Placed, Suggested, Told, keep_links
from cairn.records.actions.merging import merge
from cairn.records.actions.reading import Read, keep_model_readings, keep_readings
from cairn.records.actions.releasing import keep_release
from cairn.records.actions.splitting import Part, parts_of, split
from cairn.records.actions.steps import step_done
from cairn.records.actions.withdrawing import withdraw_missing
from cairn.records.change import By, the_machine

__all__ = [
    "By",
    "Links",
    "NewIncident",
    "Part",
    "Placed",
    "Proposal",
    "Read",
    "Received",
    "Suggested",
    "Told",
    "accept",
    "check_on_the_ground",
    "decide",
    "import_attributions",
    "import_figures",
    "import_incidents",
    "import_sources",
    "incident_id",
    "judge_incidents",
    "judge_mention",
    "judge_reports",
    "keep_admissions",
    "keep_estimate",
    "keep_links",
    "keep_model_readings",
    "keep_readings",
    "keep_release",
    "keep_reports",
    "match_admission",
    "merge",
    "name_confidential",
    "parts_of",
    "propose",
    "reject",
    "report_id",
    "sign_off",
    "split",
    "step_done",
    "the_machine",
    "withdraw_estimate",
    "withdraw_missing",
]
