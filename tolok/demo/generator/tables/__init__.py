"""The facts of a year as ISB publishes them: exact column names, types and awkward forms."""

from tolok.demo.generator.facts import YearFacts
from tolok.demo.generator.tables import catalogue, contract, direct, masters, plan, recorded, tender
from tolok.demo.generator.tables.common import Row, Tables

__all__ = ["Row", "Tables", "publish"]

PUBLISHERS = (
    masters.publish,
    plan.publish,
    tender.publish,
    direct.publish,
    contract.publish,
    recorded.publish,
    catalogue.publish,
)


def publish(facts: YearFacts) -> Tables:
    """All tables of one agency and year, by ISB name."""
    tables: Tables = {}
    for publisher in PUBLISHERS:
        tables.update(publisher(facts))
    return tables
