"""Pages that are kept: a public page depends on the stored timeline and its address alone, so one answer serves all."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_page

from timeline.models import Revision

_DAY = 24 * 60 * 60

View = Callable[..., HttpResponseBase]


def kept_until_a_change(view: View) -> View:
    """Answers from the process's cache while the timeline is as it was, and lets browsers ask whether it still is.

    A new revision is a new key: nothing is ever served from before a change. The day is part of it, for
    "last summer" counts from today. Whoever is logged in is answered afresh.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # Only with a session cookie: looking for a user marks an answer as one for this browser alone.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            response = view(request, *args, **kwargs)
            patch_cache_control(response, private=True, no_cache=True)
            return response
        with Revision.looked_up_once() as revision:
            response = _keeper(view, revision, localdate())(request, *args, **kwargs)
        # cache_page tells browsers to keep the page for a day; they are to ask each time instead.
        del response["Expires"]
        response["Cache-Control"] = "no-cache"
        return response

    return answer


def _keeper(view: View, revision: str, day: date) -> View:
    return cache_page(_DAY, key_prefix=f"{revision}-{day}")(view) if revision else view
