from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from tolok.archive.verification.checking import file_of, told_about
from tolok.archive.verification.hashing import Hashed, HashingUploadHandler
from tolok.archive.verification.limiting import WINDOW, asks_too_often

SHA256_DIGITS = 64


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Where a code is typed."""
    if typed := request.GET.get("kode", "").replace("/", "").strip():
        return redirect("verification:paper", code=typed)
    return render(request, "archive/verify.html")


@csrf_exempt  # it changes nothing, and whoever asks has no session
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """What anybody may know about a code; a file sent along is compared and not kept."""
    if asks_too_often(request):
        answer = render(request, "archive/verify.html", {"too_often": True}, status=429)
        answer["Retry-After"] = str(WINDOW)
        return answer
    told = told_about(code)
    page: dict[str, object] = {"asked": True, "told": told}
    if told and request.method == "POST":
        sha256 = sent_hash(request)
        page |= {"compared": bool(sha256), "same": file_of(told.code, sha256)}
    return render(request, "archive/verify.html", page, status=200 if told else 404)


def sent_hash(request: HttpRequest) -> str:
    """Of the file, hashed in the browser where scripts run, else here; "" when none was sent."""
    request.upload_handlers = [HashingUploadHandler(request)]
    if len(typed := request.POST.get("sidik", "")) == SHA256_DIGITS:
        return typed
    file = request.FILES.get("berkas")
    return file.sha256 if isinstance(file, Hashed) else ""
