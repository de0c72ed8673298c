"""The pages before anything was imported."""


def test_every_page_stands_with_nothing_in_the_database(client, db, plain_static):
    for address in (
        "/",
        "/?kind=summit&q=x",
        "/sources/",
        "/actors/",
        "/about/",
        "/events.json",
        "/events.csv",
        "/events.ics",
        "/feed.atom",
    ):
        assert client.get(address).status_code == 200, address
    assert b"There are no events yet" in client.get("/").content
    assert b"No event fits" in client.get("/?kind=summit").content
