"""/api/: the contract's records, page by page, and errors that say what is wrong."""

from timeline.models import Event


def test_the_index_leads_to_the_rest(client, demo):
    told = client.get("/api/").json()
    assert client.get(told["events"]).json()["total"] == Event.objects.public().count()
    assert "summit" in {row["value"] for row in client.get(told["vocabulary"]).json()["kind"]}
    slug = Event.objects.public().first().slug
    assert client.get(told["event"].format(slug=slug)).json()["slug"] == slug


def test_pages_lead_through_all_events_of_a_filter(client, demo):
    address, seen = "/api/events/?modality=asserted&limit=7&order=oldest", []
    while address:
        page = client.get(address).json()
        assert len(page["events"]) <= 7
        seen += [event["slug"] for event in page["events"]]
        assert len(seen) <= page["total"]
        address = page["next"]
    expected = Event.objects.public().filter(modality="asserted").values_list("slug", flat=True)
    assert sorted(seen) == sorted(expected)
    assert all(event["citations"] for event in page["events"])


def test_what_cannot_be_understood_is_an_error_in_words(client, demo):
    bad = client.get("/api/events/?from=whenever")
    assert bad.status_code == 400
    assert "whenever" in bad.json()["errors"]["from"][0]
    assert client.get("/api/events/?after=nothing").status_code == 400
    assert client.get("/api/events/no-such/").status_code == 404
    assert client.post("/api/events/").status_code == 405


def test_other_sites_may_read_it_and_hidden_events_are_in_none(client, demo):
    event = Event.objects.public().first()
    assert client.get("/api/events/")["Access-Control-Allow-Origin"] == "*"
    event.status = Event.Status.HIDDEN
    event.save()
    assert client.get(f"/api/events/{event.slug}/").status_code == 404
    assert event.slug not in client.get("/api/events/?limit=200").content.decode()


def test_the_vocabulary_counts_events(client, demo):
    kinds = {row["value"]: row["events"] for row in client.get("/api/vocabulary/").json()["kind"]}
    for slug, count in kinds.items():
        assert count == Event.objects.public().filter(kind__slug=slug).count()
