"""Report a mistake: a reader's note to the editors, without an account."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .models import Event, MistakeReport

# Notes in an hour: of one sender, and of all.
PER_SENDER, PER_SITE = 5, 100
HOUR = timedelta(hours=1)


class MistakeForm(forms.Form):
    """`website` is hidden from people: only a program fills it in."""

    words = forms.CharField(
        min_length=10,
        max_length=2000,
        error_messages={
            "required": "Say in a few words what is wrong.",
            "min_length": "Say a little more: what is wrong, and how you know.",
            "max_length": "Please keep to 2,000 characters.",
        },
    )
    website = forms.CharField(required=False)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_mistake(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what became of the note."""
    event = Event.objects.public().for_list().filter(slug=slug).first()
    if event is None:
        raise Http404("There is no such event.")
    form = MistakeForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"event": event, "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "timeline/report.html", context, status=422 if request.method == "POST" else 200)
    if form.cleaned_data["website"]:
        return render(request, "timeline/report.html", context | {"sent": True})
    sender = _fingerprint(request)
    recent = MistakeReport.objects.filter(created_at__gte=now() - HOUR)
    if recent.filter(sender=sender).count() >= PER_SENDER or recent.count() >= PER_SITE:
        return render(request, "timeline/report.html", context | {"too_many": True}, status=429)
    MistakeReport.objects.create(event=event, slug=slug, words=form.cleaned_data["words"], sender=sender)
    return render(request, "timeline/report.html", context | {"sent": True})


def _fingerprint(request: HttpRequest) -> str:
    """Tells senders of one day apart without keeping their addresses."""
    return salted_hmac(f"mistakes {localdate()}", _address(request)).hexdigest()


def _address(request: HttpRequest) -> str:
    """The sender's address. Behind proxies it is the entry that the outermost of them wrote; those before it anybody may write."""
    entries = [entry.strip() for entry in request.headers.get("X-Forwarded-For", "").split(",") if entry.strip()]
    if settings.PROXIES and len(entries) >= settings.PROXIES:
        return entries[-settings.PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))
