"""All addresses of the site; those that outsiders rely on are listed in README."""

from django.contrib import admin
from django.urls import path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from . import api, downloads, mistakes
from .views import articles, events, site, vocabulary
from .views import timeline as pages

urlpatterns = [
    path("", pages.event_list, name="timeline"),
    path("events/<slug:slug>/", events.event_detail, name="event"),
    path("events/<slug:slug>/card.png", events.event_card, name="card"),
    path("events/<slug:slug>/report/", mistakes.report_mistake, name="report"),
    path("articles/<int:pk>/", articles.article_detail, name="article"),
    path("sources/", vocabulary.source_list, name="sources"),
    path("sources/<slug:slug>/", vocabulary.source_detail, name="source"),
    path("actors/", vocabulary.actor_list, name="actors"),
    path("actors/<slug:slug>/", vocabulary.actor_detail, name="actor"),
    path("places/", vocabulary.place_list, name="places"),
    path("places/<slug:slug>/", vocabulary.place_detail, name="place"),
    path("<int:year>/", pages.in_period, name="year"),
    path("<int:year>/<int:month>/", pages.in_period, name="month"),
    path("on/<str:words>/", pages.on_date, name="on"),
    path("embed/", pages.embed, name="embed"),
    path("about/", site.about, name="about"),
    path("events.csv", downloads.events_csv, name="events-csv"),
    path("events.json", downloads.events_json, name="events-json"),
    path("events.ics", downloads.events_ics, name="events-ics"),
    path("feed.atom", require_safe(downloads.EventFeed()), name="feed"),
    path("api/", api.index, name="api"),
    path("api/events/", api.events, name="api-events"),
    path("api/events/<slug:slug>/", api.event, name="api-event"),
    path("api/vocabulary/", api.vocabulary, name="api-vocabulary"),
    path("styleguide/", site.styleguide, name="styleguide"),
    path("healthz", site.healthz, name="healthz"),
    path("favicon.ico", site.favicon),
    path("events/", RedirectView.as_view(pattern_name="timeline", query_string=True)),
    path("admin/", admin.site.urls),
]

admin.site.site_header = "Tumen: the editors’ desk"
admin.site.site_title = "Tumen"
