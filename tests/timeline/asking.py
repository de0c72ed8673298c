"""How tests ask the timeline, and what they read out of its answer."""

from timeline.models import Event

HTMX = {"HTTP_HX_REQUEST": "true"}


def rows_of(response) -> list[Event]:
    return [event for _, months in response.context["years"] for _, rows in months for event in rows]


def listed(client, query: str) -> int:
    return client.get(f"/{query}").context["form"].found.total
