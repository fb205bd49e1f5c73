"""By which example each route's argument is filled.

A new route with an argument needs a line here: `"room:page": one("example")`, where the example
is an attribute of `examples.Examples`. What else its path asks for follows by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Model
from django.urls import reverse

from tests.permissions.examples import Examples

MISSING: Final = 10**12  # no row has this number


@dataclass(frozen=True)
class Filled:
    """How the path of a route is filled."""

    example: str  # an attribute of Examples; "" where the path names nothing that is somebody's
    argument: str = "pk"
    missing: Any = MISSING  # what nobody has
    others: Mapping[str, Any] = field(default_factory=dict)
    # What a page is nothing without
    asking: str = ""  # behind the path
    posted: Mapping[str, str] = field(default_factory=dict)

    def arguments(self) -> frozenset[str]:
        return frozenset({self.argument, *self.others} if self.example else self.others)

    def address(self, route: str, examples: Examples) -> str:
        found = getattr(examples, self.example) if self.example else None
        return self._reverse(route, found.pk if isinstance(found, Model) else found)

    def missing_address(self, route: str) -> str:
        return self._reverse(route, self.missing)

    def _reverse(self, route: str, value: Any) -> str:
        own = {self.argument: value} if self.example else {}
        return reverse(route, kwargs=own | dict(self.others)) + self.asking


def one(example: str, **others: Any) -> Filled:
    return Filled(example, others=others)


def of_indicator() -> Filled:
    return Filled("indicator", argument="code", missing="X0")


def same_for_all(**others: Any) -> Filled:
    """What the path names belongs to nobody: a document of the catalogue, a calendar year."""
    return Filled("", others=others)


NOTHING: Final = Filled("")
OBJECTS: Final[Mapping[str, Filled]] = {
    # archive
    "archive:add_attachment": one("paper"),
    "archive:add_pdf": one("paper"),
    "archive:ask_issuance": Filled("", asking="?dokumen=HADIR"),
    "archive:assign_sheet": one("sheet"),
    "archive:batch": one("batch"),
    "archive:batch_zip": one("batch"),
    "archive:continue_batch": one("batch"),
    "archive:continue_issuance": one("issuance"),
    "archive:continue_pile": one("pile"),
    "archive:correct_paper": one("paper"),
    "archive:decide_disposal": one("disposal"),
    "archive:discard_draft": one("paper"),
    "archive:disposal": one("disposal"),
    "archive:document_template": same_for_all(code="F5"),
    "archive:draft_hand_over": one("hand_over"),
    "archive:edit_keeping": one("paper"),
    "archive:edit_retention_class": one("retention_class"),
    "archive:edit_series": one("series"),
    "archive:issuance": one("issuance"),
    "archive:issue_paper": one("paper"),
    "archive:number": one("letter_number"),
    "archive:office_template": one("template"),
    "archive:office_template_file": one("template"),
    "archive:office_template_preview": one("template", kind="docx"),
    "archive:paper": one("paper"),
    "archive:paper_draft": one("paper", kind="docx"),
    "archive:paper_facts": one("paper"),
    "archive:paper_file": one("paper_file"),
    "archive:paper_file_picture": one("paper_file"),
    "archive:pile": one("pile"),
    "archive:pile_file": one("pile"),
    "archive:put_back_sheet": one("sheet"),
    "archive:receive_number": one("paper"),
    "archive:receive_signed": one("paper"),
    "archive:refuse_disposal": one("disposal"),
    "archive:send_outside": one("paper"),
    "archive:set_aside_blank_sheets": one("pile"),
    "archive:set_aside_sheet": one("sheet"),
    "archive:sheet": one("sheet"),
    "archive:sheet_picture": one("sheet"),
    "archive:shipped_template_file": same_for_all(code="F5"),
    "archive:shipped_template_preview": same_for_all(code="F5", kind="docx"),
    "archive:start_issuance": Filled("", posted={"dokumen": "HADIR"}),
    "archive:take_out_sheet": one("sheet"),
    "archive:upload_template": same_for_all(code="F5"),
    "archive:use_shipped": same_for_all(code="F5"),
    "archive:use_template": one("template"),
    "archive:void_number": one("letter_number"),
    "archive:void_paper": one("paper"),
    "archive:withdraw_disposal": one("disposal"),
    # cycle
    "cycle:change_window": one("period"),
    "cycle:close_year": one("fiscal_year"),
    "cycle:decide_days": one("fiscal_year"),
    "cycle:discard_year": one("fiscal_year"),
    "cycle:fiscal_year": one("fiscal_year"),
    "cycle:import_holidays": same_for_all(calendar_year=2025),
    "cycle:lock_period": one("period"),
    "cycle:outside_file": one("outside_record"),
    "cycle:record_outside": one("fiscal_year"),
    "cycle:remove_holiday": one("holiday"),
    "cycle:reopen_year": one("fiscal_year"),
    "cycle:start_year": one("fiscal_year"),
    "cycle:unlock_period": one("period"),
    # enrolment
    "enrolment:confirm_enrolment": one("enrolment"),
    "enrolment:discard_enrolment": one("enrolment"),
    "enrolment:enrolment": one("enrolment"),
    # measurement
    "measurement:edit_indicator": of_indicator(),
    "measurement:indicator": of_indicator(),
    "measurement:retire_indicator": of_indicator(),
    "measurement:rows": of_indicator(),
    "measurement:rows_json": of_indicator(),
    "measurement:rows_workbook": of_indicator(),
    # messages
    "messages:mark_read": one("message"),
    # organisation
    "organisation:remove_alias": one("alias"),
    # outreach
    "outreach:acknowledge": one("addressee"),
    "outreach:add_guest_present": one("meeting"),
    "outreach:add_material": one("meeting"),
    "outreach:addressee": one("addressee"),
    "outreach:agenda": one("meeting"),
    "outreach:attendance": one("meeting"),
    "outreach:cancel_meeting": one("meeting"),
    "outreach:change_meeting": one("meeting"),
    "outreach:check_in": same_for_all(token="tidak-dikenal"),  # noqa: S106 - the same
    "outreach:close_door": one("meeting"),
    "outreach:complete_served": one("meeting"),
    "outreach:confirm_sent": one("delivery"),
    "outreach:decide_ppk": one("ppk_answer"),
    "outreach:delivery_scan": one("delivery"),
    "outreach:draft_meeting_paper": one("meeting", code="UNDANGAN"),
    "outreach:hold_meeting": one("meeting"),
    "outreach:invite": one("meeting"),
    "outreach:leave_out": one("addressee"),
    "outreach:mark_sent": one("meeting"),
    "outreach:material": one("material"),
    "outreach:meeting": one("meeting"),
    "outreach:minutes": one("meeting"),
    "outreach:open_door": one("meeting"),
    "outreach:plan_meeting": same_for_all(kind="socialisation"),
    "outreach:prepare_message": one("addressee"),
    "outreach:put_back": one("addressee"),
    "outreach:receipt_scan": one("receipt"),
    "outreach:receive": same_for_all(token="tidak-dikenal"),  # noqa: S106 - opens nothing
    "outreach:receive_letter": same_for_all(token="tidak-dikenal"),  # noqa: S106 - the same
    "outreach:record_paper_delivery": one("addressee"),
    "outreach:record_paper_receipt": one("addressee"),
    "outreach:remove_guest": one("guest"),
    "outreach:remove_material": one("material"),
    "outreach:reopen_meeting": one("meeting"),
    "outreach:revoke_links": one("addressee"),
    "outreach:save_contact": one("addressee"),
    "outreach:send_one_to_inbox": one("addressee"),
    "outreach:undo_receipt": one("addressee"),
    # people
    "people:add_certificate": one("person"),
    "people:close_account": one("person"),
    "people:describe_person": one("person"),
    "people:end_office": one("office"),
    "people:end_own_session": one("session"),
    "people:end_session": one("session"),
    "people:give_office": one("person"),
    "people:hand_over": one("office"),
    "people:hand_over_record": one("hand_over"),
    "people:make_link": one("person"),
    "people:name_substitute": one("office"),
    "people:open_account": one("person"),
    "people:remove_certificate": one("certificate"),
    "people:remove_factor_of": one("person"),
    "people:revoke_link": one("link"),
    "people:stand_in": one("office"),
    "people:use_link": same_for_all(token="tidak-dikenal"),  # noqa: S106 - opens nothing
    "people:user": one("person"),
    # planning
    "planning:add_action": one("planned_indicator"),
    "planning:area_packages": one("area"),
    "planning:baseline": one("planned_indicator"),
    "planning:compare": Filled("", asking="?dari=1&ke=1"),
    "planning:draft_papers": same_for_all(code="F3"),
    "planning:edit_action": one("action"),
    "planning:edit_area": one("area"),
    "planning:edit_goal": one("goal"),
    "planning:edit_indicator": one("planned_indicator"),
    "planning:paper_preview": same_for_all(code="PAKET-AREA"),
    "planning:remove_action": one("action"),
    "planning:remove_area": one("area"),
    "planning:remove_goal": one("goal"),
    "planning:remove_indicator": one("planned_indicator"),
    "planning:save_targets": one("planned_indicator"),
    "planning:settle_note": one("note"),
    "planning:settle_rival": one("rival"),
    "planning:target_help": one("planned_indicator"),
    "planning:version": same_for_all(number=1),
    # registry
    "registry:accept_correction": one("correction"),
    "registry:accept_exclusion": one("exclusion"),
    "registry:confirm_pokja": one("pokja"),
    "registry:confirm_upload": one("upload"),
    "registry:continue_upload": one("upload"),
    "registry:correction": one("correction"),
    "registry:correction_evidence": one("correction"),
    "registry:date_members": one("pokja"),
    "registry:discard_upload": one("upload"),
    "registry:exclusion": one("exclusion"),
    "registry:find_package": Filled("", asking="?kode=1001"),
    "registry:finding": one("finding"),
    "registry:import": one("import_"),
    "registry:import_refused_rows": one("import_"),
    "registry:import_rows": one("import_"),
    "registry:imported_file": one("imported_file"),
    "registry:mark_finding_right": one("finding"),
    "registry:package": one("package"),
    "registry:package_sources": one("package"),
    "registry:pokja": one("pokja"),
    "registry:propose_correction": one("package"),
    "registry:propose_exclusion": one("package"),
    "registry:refuse_correction": one("correction"),
    "registry:refuse_exclusion": one("exclusion"),
    "registry:reveal_npwp": one("supplier"),
    "registry:supplier": one("supplier"),
    "registry:undo_import": one("import_"),
    "registry:upload": one("upload"),
    "registry:upload_refused_rows": one("upload"),
    "registry:upload_rows": one("upload"),
    "registry:uploaded_file": one("uploaded_file"),
    "registry:withdraw_correction": one("correction"),
    "registry:withdraw_exclusion": one("exclusion"),
    # reminders
    "reminders:calendar_feed": same_for_all(token="tidak-dikenal"),  # noqa: S106 - the same
    "reminders:file_answer": one("task"),
    "reminders:log_text": one("task"),
    "reminders:text": one("task"),
    # verification
    "verification:paper": same_for_all(code="7K3M-9QXD"),
    # workflow
    "workflow:add_file": one("task"),
    "workflow:close_note": one("task_note"),
    "workflow:complete_task": one("task"),
    "workflow:explain_deviation": one("deviation"),
    "workflow:hand_to": one("task"),
    "workflow:item_file": one("item"),
    "workflow:meet_requirement": one("item"),
    "workflow:paper_decision_file": one("paper_decision"),
    "workflow:record_paper_decision": one("task"),
    "workflow:return_task": one("task"),
    "workflow:set_due": one("task"),
    "workflow:sop": Filled("sop", argument="sha256", missing="0" * 64),
    "workflow:sop_diagram": Filled("sop", argument="sha256", missing="0" * 64),
    "workflow:task": one("task"),
    "workflow:task_file": one("task_file"),
    "workflow:undo_last": one("task"),
}
# Examples of which each work unit has its own; of the others an agency has one
OF_A_UNIT: Final = frozenset(
    {
        "addressee",
        "alias",
        "certificate",
        "correction",
        "delivery",
        "deviation",
        "exclusion",
        "finding",
        "hand_over",
        "item",
        "link",
        "office",
        "package",
        "paper",
        "paper_decision",
        "paper_file",
        "person",
        "ppk_answer",
        "receipt",
        "session",
        "supplier",
        "task",
        "task_file",
        "task_note",
    }
)
