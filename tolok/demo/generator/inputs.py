"""The numbers the true indicators of a year come from, before any error was put in.

Money is text, to be read as Decimal. Per method, so that a test can choose its scope.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from tolok.demo.generator.facts import Ending, Need, Outcome, Package, YearFacts
from tolok.demo.generator.tables.stages import schedule_slip

Numbers = dict[str, int | str]


def true_inputs(facts: YearFacts) -> Mapping[str, object]:
    needs = facts.needs()
    return {
        "agency": facts.body.code,
        "year": facts.year,
        "pulled": str(facts.pulled),
        "processes": _by_method(facts.packages),
        "plans": {
            method: _plans([need for need in needs if need.method == method])
            for method in sorted({need.method for need in needs})
        },
        "recorded": len(facts.recorded),
        "catalogue_orders": len(facts.orders),
        "catalogue_total": str(sum((order.total for order in facts.orders), Decimal(0))),
    }


def _by_method(packages: Sequence[Package]) -> Mapping[str, Numbers]:
    methods = sorted({package.need.method for package in packages})
    return {
        method: _numbers([package for package in packages if package.need.method == method])
        for method in methods
    }


def _plans(needs: Sequence[Need]) -> Numbers:
    return {
        "entries": sum(len(need.plans) for need in needs),
        "ceiling": _sum(need.ceiling for need in needs),
    }


def _numbers(packages: Sequence[Package]) -> Numbers:
    return {
        **_attempts(packages),
        **_offers(packages),
        **_values(packages),
        **_contracts(packages),
        **_delays(packages),
    }


def _attempts(packages: Sequence[Package]) -> Numbers:
    attempts = [attempt for package in packages for attempt in package.attempts]
    return {
        "packages": len(packages),
        "announcements": len(attempts),
        "repeats": len(attempts) - len(packages),
        "failed_announcements": sum(one.outcome is Outcome.FAILED for one in attempts),
        "failed_packages": sum(one.last.outcome is Outcome.FAILED for one in packages),
        "running": sum(one.last.outcome is Outcome.RUNNING for one in packages),
        "finished": sum(one.last.outcome is Outcome.DONE for one in packages),
    }


def _offers(packages: Sequence[Package]) -> Numbers:
    done = [one.last for one in packages if one.last.outcome is Outcome.DONE]
    offers = [sum(bidder.offer is not None for bidder in one.bidders) for one in done]
    return {
        "registrants": sum(len(one.bidders) for one in done),
        "offers": sum(offers),
        "single_offer": offers.count(1),
    }


def _values(packages: Sequence[Package]) -> Numbers:
    """Of awards; with a contract value published only once signed, for non-tenders."""
    won = [(one, one.award) for one in packages if one.award]
    signed = [(one, award) for one, award in won if one.contract and one.contract.signed]
    return {
        "awards": len(won),
        "awarded_ceiling": _sum(one.need.ceiling for one, _ in won),
        "awarded_estimate": _sum(one.estimate for one, _ in won),
        "awarded_value": _sum(award.value for _, award in won),
        "signed": len(signed),
        "signed_estimate": _sum(one.estimate for one, _ in signed),
        "signed_value": _sum(award.value for _, award in signed),
        "signed_domestic": _sum(award.domestic for _, award in signed),
        "signed_small": _sum(award.small for _, award in signed),
    }


def _contracts(packages: Sequence[Package]) -> Numbers:
    signed = [one.contract for one in packages if one.contract and one.contract.signed]
    return {
        "contracts": len(signed),
        "value_addenda": sum(one.revised is not None for one in signed),
        "broken_off": sum(one.ending is Ending.BROKEN_OFF for one in signed),
        "selected_on_schedule": sum(
            one.award is not None and schedule_slip(one) == 0 for one in packages
        ),
    }


def _delays(packages: Sequence[Package]) -> Numbers:
    """Last BAST against the end of work in the SPMK."""
    days = [
        (contract.handovers[-1].day - contract.due).days
        for one in packages
        if (contract := one.contract) and contract.due and contract.handovers
    ]
    late = [delay for delay in days if delay > 0]
    return {
        "handed_over": len(days),
        "late": len(late),
        "days_late": sum(late),
        "most_days_late": max(late, default=0),
    }


def _sum(values: Iterable[Decimal]) -> str:
    return str(sum(values, Decimal(0)))
