from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from tolok.cycle.http import at_work
from tolok.people.http import SignedInRequest
from tolok.registry.forms.registers import SupplierFilter
from tolok.registry.models import Package, Supplier
from tolok.registry.suppliers.actions import reveal_npwp as reveal
from tolok.ui.paging import paged


def suppliers(request: SignedInRequest) -> HttpResponse:
    form = SupplierFilter(request.GET)
    rows = Supplier.objects.seen_in(request).prefetch_related("names")
    if text := form["cari"].value():
        rows = rows.matching(text)
    rows = rows.sorted_by(request.GET.get("urut", ""))
    page = paged(request, rows)
    return render(request, "registry/suppliers.html", {"form": form, "page": page})


def supplier(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Supplier.objects.visible_to(request.user), pk=pk)
    return render(request, "registry/supplier.html", supplier_page(request, found))


def supplier_page(request: SignedInRequest, found: Supplier) -> dict[str, object]:
    won = Package.objects.visible_to(request.user).filter(supplier=found).for_list()
    page = paged(request, won)
    return {
        "supplier": found,
        "npwp": found.masked_npwp,
        "names": found.names.all(),
        "page": page,
        "totals": won.totals(),
        "may_reveal": request.may_open("registry:reveal_npwp"),
    }


@require_POST
def reveal_npwp(request: SignedInRequest, pk: int) -> HttpResponse:
    """The answer itself shows the number, so that no address leads to it a second time."""
    found = get_object_or_404(Supplier.objects.visible_to(request.user), pk=pk)
    agency, _ = at_work(request)
    npwp = reveal(found, agency=agency, actor=request.user)
    page = supplier_page(request, found) | {"npwp": npwp, "may_reveal": False}
    return render(request, "registry/supplier.html", page)
