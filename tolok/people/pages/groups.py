"""Roles that open pages together."""

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
