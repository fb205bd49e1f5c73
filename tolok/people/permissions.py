"""Who may open which page. A page missing from these tables is closed to everyone.

A new page is one more line here, under its URL name; if its address names an object, a line in
`tests/permissions/objects.py` says which, and every office is asked whether it is so. Pages that
only read stand in READERS: they answer GET alone, so an auditor's roles can never change anything.
Which rows a person sees on an open page is decided by `visible_to` on the model.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from tolok.people.models import RESPONDENTS, Role

# Who looks after Tolok
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
OVERSEERS = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR, Role.AUDITOR})

# Who writes data and rules
COORDINATORS = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
DATA_PROCESSORS = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR, Role.DATA_PROCESSOR})

# The lanes of the SOPs
PLANNERS = frozenset({Role.COORDINATOR})
COLLECTORS = frozenset({Role.COORDINATOR, Role.TIM_PENGUMPUL})
PROCESSORS = frozenset({Role.COORDINATOR, Role.DATA_PROCESSOR})
LEADERS = frozenset({Role.KETUA_TIM, Role.KEPALA_UKPBJ, Role.PIMPINAN})
ANSWERING = frozenset(
    {Role.PENANGGUNG_JAWAB, Role.PIMPINAN}
)  # for a unit: its head, or who it named
TEAM = PLANNERS | COLLECTORS | PROCESSORS | {Role.KETUA_TIM, Role.KEPALA_UKPBJ}
PRESENTERS = COORDINATORS | {Role.KEPALA_UKPBJ}  # of the plan (KT1.vi, JW5)
ASSIGNERS = COORDINATORS | {Role.KETUA_TIM, Role.KEPALA_UKPBJ}
DECIDERS = TEAM | LEADERS
HOSTS = TEAM | {Role.ADMINISTRATOR}  # who writes down what happens at a meeting
OFFICERS = TEAM | RESPONDENTS | LEADERS  # whoever may have a task of the year

# Who reads
STAFF = TEAM | LEADERS | {Role.ADMINISTRATOR, Role.AUDITOR}  # every package and supplier
EVERYBODY = frozenset(Role)  # where `visible_to` narrows respondents to rows of their own

Page = Callable[..., HttpResponseBase]
READING = ("GET", "HEAD")

# Open to strangers
PUBLIC = frozenset(
    {
        "outreach:receive",
        "outreach:receive_letter",
        "outreach:check_in",
        "outreach:checked_in",
        "people:second_step",
        "people:sign_in",
        "people:use_link",
        "reminders:calendar_feed",
        "verification:ask",
        "verification:paper",
    }
)

# About oneself: open to whoever is signed in, with or without an office
ONESELF = frozenset(
    {
        "messages:choice",
        "messages:mark_all_read",
        "messages:mark_read",
        "messages:messages",
        "people:account",
        "people:begin_second_factor",
        "people:change_password",
        "people:confirm_second_factor",
        "people:end_own_session",
        "people:home",
        "people:new_recovery_codes",
        "people:remove_second_factor",
        "people:second_factor",
        "people:sign_out",
        "registry:choose_columns",
        "reminders:calendar",
        "reminders:make_calendar_link",
        "reminders:revoke_calendar_link",
    }
)

READERS: dict[str, frozenset[Role]] = {
    "archive:batch": STAFF,
    "archive:batch_zip": STAFF,
    "archive:batches": STAFF,
    "archive:bundle": STAFF,
    "archive:damaged_files": OVERSEERS,
    "archive:disposal": STAFF,
    "archive:disposals": STAFF,
    "archive:evidence": STAFF,
    "archive:evidence_pack": STAFF,
    "archive:export_keepings": STAFF,
    "archive:export_matrix": STAFF,
    "archive:export_papers": STAFF,
    "archive:issuance": STAFF,
    "archive:keepings": STAFF,
    "archive:matrix": STAFF,
    "archive:number": STAFF,
    "archive:number_series": STAFF,
    "archive:numbers": STAFF,
    "archive:office_template": STAFF,
    "archive:office_template_file": STAFF,
    "archive:office_template_preview": STAFF,
    "archive:office_templates": STAFF,
    "archive:paper": STAFF,
    "archive:paper_draft": STAFF,
    "archive:paper_facts": STAFF,
    "archive:paper_file": STAFF,
    "archive:paper_file_picture": STAFF,
    "archive:papers": STAFF,
    "archive:pile": STAFF,
    "archive:pile_file": STAFF,
    "archive:piles": STAFF,
    "archive:retention_classes": STAFF,
    "archive:sheet": STAFF,
    "archive:document_template": STAFF,
    "archive:shipped_template_file": STAFF,
    "archive:shipped_template_preview": STAFF,
    "archive:sheet_picture": STAFF,
    "cycle:fiscal_year": STAFF,
    "cycle:holidays": STAFF,
    "cycle:outside_file": STAFF,
    "cycle:trail": OVERSEERS,
    "cycle:years": STAFF,
    "dashboards:export_overview": STAFF,
    "dashboards:overview": STAFF,
    "enrolment:enrolment": ADMINISTRATORS,
    "enrolment:enrolment_template": ADMINISTRATORS,
    "measurement:dictionary": STAFF,
    "measurement:indicator": STAFF,
    "measurement:indicators": STAFF,
    "measurement:rows": STAFF,
    "measurement:rows_json": STAFF,
    "measurement:rows_workbook": STAFF,
    "messages:channels": ADMINISTRATORS,
    "messages:deliveries": ADMINISTRATORS,
    "organisation:letterhead": OVERSEERS,
    "organisation:units": OVERSEERS,
    "outreach:addressee": STAFF,
    "outreach:circular": STAFF,
    "outreach:circular_letter": STAFF | ANSWERING,
    "outreach:circular_preview": STAFF,
    "outreach:delivery_scan": STAFF,
    "outreach:export_receipts": STAFF,
    "outreach:receipt_scan": STAFF,
    "outreach:receipts": STAFF,
    "outreach:received": ANSWERING,
    "outreach:invitation": EVERYBODY,
    "outreach:material": EVERYBODY,
    "outreach:meeting": EVERYBODY,
    "outreach:socialisation": EVERYBODY,
    "outreach:workshop": EVERYBODY,
    "people:hand_over_record": ADMINISTRATORS,
    "people:settings": OVERSEERS,
    "people:stale_accounts": ADMINISTRATORS,
    "people:user": ADMINISTRATORS,
    "people:users": ADMINISTRATORS,
    "planning:actions": STAFF,
    "planning:approval": STAFF,
    "planning:areas": STAFF,
    "planning:assignment": STAFF,
    "planning:checks": STAFF,
    "planning:compare": EVERYBODY,
    "planning:goals": STAFF,
    "planning:indicators": STAFF,
    "planning:paper_preview": STAFF,
    "planning:papers": STAFF,
    "planning:plan": EVERYBODY,
    "planning:target_help": STAFF,
    "planning:targets": STAFF,
    "planning:version": EVERYBODY,
    "planning:versions": EVERYBODY,
    "registry:correction": STAFF,
    "registry:correction_evidence": STAFF,
    "registry:corrections": STAFF,
    "registry:exclusion": STAFF,
    "registry:export_packages": EVERYBODY,
    "registry:find_package": EVERYBODY,
    "registry:finding": STAFF,
    "registry:findings": STAFF,
    "registry:import": STAFF,
    "registry:import_refused_rows": STAFF,
    "registry:import_rows": STAFF,
    "registry:imported_file": STAFF,
    "registry:imports": STAFF,
    "registry:workbook_template": STAFF,
    "registry:package": EVERYBODY,
    "registry:package_sources": EVERYBODY,
    "registry:packages": EVERYBODY,
    "registry:plan_entries": EVERYBODY,
    "registry:pokja": STAFF,
    "registry:pokja_list": STAFF,
    "registry:supplier": STAFF,
    "registry:suppliers": STAFF,
    "registry:upload": STAFF,
    "registry:upload_refused_rows": STAFF,
    "registry:upload_rows": STAFF,
    "registry:uploaded_file": STAFF,
    "registry:xray": STAFF,
    "reminders:policy": STAFF,
    "reminders:text": OFFICERS,
    "workflow:export_year": EVERYBODY,
    "workflow:inbox": EVERYBODY,
    "workflow:item_file": EVERYBODY,
    "workflow:paper_decision_file": EVERYBODY,
    "workflow:sop": EVERYBODY,
    "workflow:sop_diagram": EVERYBODY,
    "workflow:sops": EVERYBODY,
    "workflow:task": EVERYBODY,
    "workflow:task_file": EVERYBODY,
    "workflow:year": EVERYBODY,
}

WRITERS: dict[str, frozenset[Role]] = {
    "archive:add_attachment": COORDINATORS,
    "archive:add_pdf": COORDINATORS,
    "archive:add_retention_class": COORDINATORS,
    "archive:ask_issuance": COORDINATORS,
    "archive:assign_sheet": DATA_PROCESSORS,
    "archive:continue_batch": DATA_PROCESSORS,
    "archive:continue_issuance": COORDINATORS,
    "archive:continue_pile": DATA_PROCESSORS,
    "archive:correct_paper": COORDINATORS,
    "archive:decide_disposal": COORDINATORS | {Role.KEPALA_UKPBJ},
    "archive:define_series": COORDINATORS,
    "archive:discard_draft": COORDINATORS,
    "archive:draft_hand_over": ADMINISTRATORS,
    "archive:draft_archive_list": COORDINATORS,
    "archive:edit_keeping": DATA_PROCESSORS,
    "archive:edit_retention_class": COORDINATORS,
    "archive:edit_series": COORDINATORS,
    "archive:issue_paper": COORDINATORS,
    "archive:propose_disposal": DATA_PROCESSORS,
    "archive:put_back_sheet": DATA_PROCESSORS,
    "archive:receive_number": COORDINATORS,
    "archive:receive_signed": COORDINATORS,
    "archive:refuse_disposal": COORDINATORS | {Role.KEPALA_UKPBJ},
    "archive:send_outside": COORDINATORS,
    "archive:set_aside_sheet": DATA_PROCESSORS,
    "archive:start_batch": DATA_PROCESSORS,
    "archive:start_issuance": COORDINATORS,
    "archive:start_pile": DATA_PROCESSORS,
    "archive:take_out_sheet": COORDINATORS,
    "archive:take_number": COORDINATORS,
    "archive:upload_template": ADMINISTRATORS,
    "archive:use_shipped": ADMINISTRATORS,
    "archive:use_template": ADMINISTRATORS,
    "archive:void_number": COORDINATORS,
    "archive:void_paper": COORDINATORS,
    "archive:withdraw_disposal": DATA_PROCESSORS,
    "cycle:add_holiday": COORDINATORS,
    "cycle:change_window": COORDINATORS,
    "cycle:close_year": COORDINATORS,
    "cycle:decide_days": COORDINATORS | {Role.KEPALA_UKPBJ},
    "cycle:discard_year": COORDINATORS,
    "cycle:import_holidays": COORDINATORS,
    "cycle:lock_period": COORDINATORS,
    "cycle:prepare_year": COORDINATORS,
    "cycle:record_outside": COORDINATORS,
    "cycle:remove_holiday": COORDINATORS,
    "cycle:reopen_year": ADMINISTRATORS,
    "cycle:start_year": COORDINATORS,
    "cycle:unlock_period": ADMINISTRATORS,
    "enrolment:confirm_enrolment": ADMINISTRATORS,
    "enrolment:discard_enrolment": ADMINISTRATORS,
    "enrolment:start_enrolment": ADMINISTRATORS,
    "measurement:add_indicator": COORDINATORS,
    "measurement:check_indicator": COORDINATORS,
    "measurement:edit_indicator": COORDINATORS,
    "measurement:retire_indicator": COORDINATORS,
    "messages:save_email": ADMINISTRATORS,
    "messages:save_webhook": ADMINISTRATORS,
    "messages:try_email": ADMINISTRATORS,
    "messages:try_webhook": ADMINISTRATORS,
    "messages:turn_off_email": ADMINISTRATORS,
    "messages:turn_off_webhook": ADMINISTRATORS,
    "organisation:add_alias": COORDINATORS,
    "organisation:remove_alias": COORDINATORS,
    "organisation:save_letterhead": COORDINATORS,
    "outreach:acknowledge": ANSWERING,
    "outreach:complete_circular": COORDINATORS,
    "outreach:confirm_all_sent": COORDINATORS,
    "outreach:confirm_sent": COORDINATORS,
    "outreach:decide_ppk": COORDINATORS,
    "outreach:issue_circular": COORDINATORS,
    "outreach:leave_out": COORDINATORS,
    "outreach:list_units": COORDINATORS,
    "outreach:prepare_message": COORDINATORS,
    "outreach:prepare_messages": COORDINATORS,
    "outreach:put_back": COORDINATORS,
    "outreach:record_paper_delivery": COORDINATORS,
    "outreach:record_paper_receipt": COORDINATORS,
    "outreach:revoke_links": COORDINATORS,
    "outreach:save_circular": COORDINATORS,
    "outreach:save_contact": COORDINATORS,
    "outreach:send_one_to_inbox": COORDINATORS,
    "outreach:send_to_inbox": COORDINATORS,
    "outreach:undo_receipt": COORDINATORS,
    "outreach:add_guest_present": HOSTS,
    "outreach:add_material": HOSTS,
    "outreach:agenda": HOSTS,
    "outreach:attendance": HOSTS,
    "outreach:cancel_meeting": COORDINATORS,
    "outreach:change_meeting": COORDINATORS,
    "outreach:close_door": HOSTS,
    "outreach:complete_served": PLANNERS,
    "outreach:draft_meeting_paper": HOSTS,
    "outreach:hold_meeting": HOSTS,
    "outreach:invite": COORDINATORS,
    "outreach:mark_sent": COORDINATORS,
    "outreach:minutes": HOSTS,
    "outreach:open_door": HOSTS,
    "outreach:plan_meeting": COORDINATORS,
    "outreach:remove_guest": COORDINATORS,
    "outreach:remove_material": HOSTS,
    "outreach:reopen_meeting": HOSTS,
    "people:add_certificate": ADMINISTRATORS,
    "people:add_user": ADMINISTRATORS,
    "people:close_account": ADMINISTRATORS,
    "people:describe_person": ADMINISTRATORS,
    "people:end_office": ADMINISTRATORS,
    "people:end_session": ADMINISTRATORS,
    "people:give_office": ADMINISTRATORS,
    "people:hand_over": ADMINISTRATORS,
    "people:make_link": ADMINISTRATORS,
    "people:name_substitute": ADMINISTRATORS,
    "people:open_account": ADMINISTRATORS,
    "people:remove_certificate": ADMINISTRATORS,
    "people:remove_factor_of": ADMINISTRATORS,
    "people:require_second_factor": ADMINISTRATORS,
    "people:revoke_link": ADMINISTRATORS,
    "people:stand_in": ADMINISTRATORS,
    "planning:add_action": COORDINATORS,
    "planning:add_area": COORDINATORS,
    "planning:add_goal": COORDINATORS,
    "planning:add_own_indicator": COORDINATORS,
    "planning:approve_plan": DECIDERS,
    "planning:area_packages": COORDINATORS,
    "planning:baseline": COORDINATORS,
    "planning:choose_indicators": COORDINATORS,
    "planning:copy_plan": COORDINATORS,
    "planning:draft_assignment": ASSIGNERS,
    "planning:draft_papers": COORDINATORS,
    "planning:edit_action": COORDINATORS,
    "planning:edit_area": COORDINATORS,
    "planning:edit_goal": COORDINATORS,
    "planning:edit_indicator": COORDINATORS,
    "planning:issue_assignment": ASSIGNERS,
    "planning:new_version": COORDINATORS,
    "planning:open_plan": COORDINATORS,
    "planning:record_assignment": ASSIGNERS,
    "planning:record_decision": COORDINATORS,
    "planning:remove_action": COORDINATORS,
    "planning:remove_area": COORDINATORS,
    "planning:remove_goal": COORDINATORS,
    "planning:remove_indicator": COORDINATORS,
    "planning:return_plan": DECIDERS,
    "planning:save_direction": COORDINATORS,
    "planning:save_targets": COORDINATORS,
    "planning:settle_note": COORDINATORS,
    "planning:settle_rival": COORDINATORS,
    "planning:submit_plan": PRESENTERS,
    "planning:withdraw_plan": PRESENTERS,
    "registry:accept_correction": COORDINATORS,
    "registry:accept_exclusion": COORDINATORS,
    "registry:confirm_pokja": COORDINATORS,
    "registry:confirm_upload": DATA_PROCESSORS,
    "registry:continue_upload": DATA_PROCESSORS,
    "registry:date_members": COORDINATORS,
    "registry:discard_upload": DATA_PROCESSORS,
    "registry:mark_all_findings_right": DATA_PROCESSORS,
    "registry:mark_finding_right": DATA_PROCESSORS,
    "registry:propose_correction": DATA_PROCESSORS,
    "registry:propose_exclusion": DATA_PROCESSORS,
    "registry:refuse_correction": COORDINATORS,
    "registry:refuse_exclusion": COORDINATORS,
    "registry:reveal_npwp": DATA_PROCESSORS,
    "registry:start_upload": DATA_PROCESSORS,
    "registry:undo_import": DATA_PROCESSORS,
    "registry:withdraw_correction": DATA_PROCESSORS,
    "registry:withdraw_exclusion": DATA_PROCESSORS,
    "reminders:file_answer": OFFICERS,
    "reminders:log_text": OFFICERS,
    "reminders:save_policy": COORDINATORS,
    "workflow:add_file": OFFICERS,
    "workflow:close_note": OFFICERS,
    "workflow:complete_task": OFFICERS,
    "workflow:explain_deviation": OFFICERS,
    "workflow:hand_to": OFFICERS,
    "workflow:meet_requirement": OFFICERS,
    "workflow:publish_sop": ADMINISTRATORS,
    "workflow:record_paper_decision": PLANNERS,
    "workflow:return_task": OFFICERS,
    "workflow:set_due": OFFICERS,
    "workflow:start_run": COORDINATORS,
    "workflow:undo_last": OFFICERS,
}

MAY_OPEN: dict[str, frozenset[Role]] = {**READERS, **WRITERS}


# What a named substitute opens by the office of the one stood in for: the decision, no more
OF_SUBSTITUTES = frozenset(
    {
        "planning:approval",
        "planning:approve_plan",
        "planning:return_plan",
        "workflow:complete_task",
        "workflow:return_task",
    }
)


def may_open(
    roles: frozenset[Role], page: str, as_substitute: frozenset[Role] = frozenset()
) -> bool:
    """By the roles held; `as_substitute` are those of officers one decides for."""
    if page in OF_SUBSTITUTES:
        roles |= as_substitute
    return page in PUBLIC or page in ONESELF or bool(roles & MAY_OPEN.get(page, frozenset()))


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether the agency at hand wants a second factor that the person has not set up yet."""
    agency = request.agency  # type: ignore[attr-defined]  # set by AtWorkMiddleware
    wanted = agency is not None and agency.second_factor_required
    return wanted and not request.user.has_second_factor()  # type: ignore[union-attr]


def redirect_whole(page: str, request: HttpRequest) -> HttpResponseBase:
    """To another page, also when only a part of one was asked for."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponseClientRedirect(reverse(page))
    return redirect(page)


class RoleRequiredMiddleware(LoginRequiredMiddleware):
    """Strangers are sent to sign in; a signed-in person opens what the tables open.

    Pages that read answer GET, the others POST too, and none anything else: a view that only
    asks "is it a POST?" would take a DELETE for reading.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Page,
        view_args: tuple[Any, ...],
        view_kwargs: dict[Any, Any],
    ) -> HttpResponseBase | None:
        page = request.resolver_match.view_name if request.resolver_match else ""
        if page not in PUBLIC and (instead := self.instead_of(page, request, view_func)):
            return instead
        answered = READING if page in READERS else (*READING, "POST")
        return None if request.method in answered else HttpResponseNotAllowed(answered)

    def instead_of(
        self, page: str, request: HttpRequest, view_func: Page
    ) -> HttpResponseBase | None:
        """What somebody gets who may not open the page, or not yet."""
        if not request.user.is_authenticated:
            return self.send_to_sign_in(request, view_func)
        if not request.may_open(page):  # type: ignore[attr-defined]  # set by AtWorkMiddleware
            raise PermissionDenied
        if page not in ONESELF and lacks_second_factor(request):
            return redirect_whole("people:second_factor", request)
        return None

    def send_to_sign_in(self, request: HttpRequest, view_func: Page) -> HttpResponseBase:
        """A whole page to sign in on, also when only a part of a page was asked for."""
        answer = self.handle_no_permission(request, view_func)
        if request.headers.get("HX-Request") == "true":
            return HttpResponseClientRedirect(answer["Location"])
        return answer
