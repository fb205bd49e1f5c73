"""`tolok correct`: propose, decide, list."""

import argparse
from pathlib import Path

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.corrections import actions
from tolok.registry.models import Correction, Exclusion, Package
from tolok.scans.examine import Scan, examine
from tolok.store import CHUNK
from tolok.terminal import Exit, print_result, say


def propose(args: argparse.Namespace, agency: Agency, actor: User) -> int:
    if not args.package or not (args.exclude_from or (args.field and args.value is not None)):
        say("Sebutkan --package dengan --field dan --value, atau dengan --exclude-from.")
        return Exit.USAGE
    package = Package.objects.of_year(agency, args.year).filter(code=args.package).first()
    if package is None:
        message = f"Tidak ada paket {args.package} pada {agency.code} TA {args.year}."
        raise RefusedError(Problem("K-07", "--package", message))
    change: Correction | Exclusion
    if args.exclude_from:
        change = actions.propose_exclusion(
            package, args.exclude_from, reason=args.reason, actor=actor
        )
    else:
        change = actions.propose_correction(
            package,
            args.field,
            args.value,
            reason=args.reason,
            actor=actor,
            evidence=_evidence(args.evidence),
        )
    return _tell(args, change, "diusulkan; menunggu persetujuan orang lain")


def _evidence(path: Path | None) -> Scan | None:
    """K-07: evidence that is not there shows nothing. SC-01 to SC-07: it is a scan."""
    if path is None:
        return None
    if not path.is_file():
        raise RefusedError(Problem("K-07", "--evidence", f"Tidak ada berkas {path}."))
    with path.open("rb") as file:
        return examine(path.name, iter(lambda: file.read(CHUNK), b""))


def decide(args: argparse.Namespace, agency: Agency, actor: User) -> int:
    key = args.accept or args.refuse or args.withdraw
    model = Exclusion if args.exclusion else Correction
    change = model.objects.of_year(agency, args.year).filter(pk=key).first()
    if change is None:
        raise RefusedError(Problem("K-07", str(key), f"Tidak ada usul bernomor {key}."))
    if args.accept:
        actions.accept(change, actor=actor, reason=args.reason)
        return _tell(args, change, "disetujui")
    if args.refuse:
        actions.refuse(change, actor=actor, reason=args.reason)
        return _tell(args, change, "ditolak")
    actions.withdraw(change, actor=actor, reason=args.reason)
    return _tell(args, change, "ditarik")


def list_changes(args: argparse.Namespace, agency: Agency) -> int:
    corrections = Correction.objects.of_year(agency, args.year)
    exclusions = Exclusion.objects.of_year(agency, args.year)
    result = {
        "corrections": [
            {
                "id": one.pk,
                "package": one.package_code,
                "field": one.field,
                "published": one.published,
                "value": one.value,
                "reason": one.reason,
                "decision": one.decision,
            }
            for one in corrections
        ],
        "exclusions": [
            {
                "id": one.pk,
                "package": one.package_code,
                "indicator": one.indicator,
                "reason": one.reason,
                "decision": one.decision,
            }
            for one in exclusions
        ],
    }
    lines = [
        f"{one.pk} {one} ({one.get_decision_display()})" for one in [*corrections, *exclusions]
    ]
    print_result(args, result, lines or ["Belum ada koreksi."])
    return Exit.DONE


def _tell(args: argparse.Namespace, change: Correction | Exclusion, done: str) -> int:
    change.refresh_from_db()
    result = {"id": change.pk, "decision": change.decision, "about": str(change)}
    print_result(args, result, [f"Usul {change.pk} ({change}) {done}."])
    return Exit.DONE
