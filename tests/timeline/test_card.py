"""The picture of an event for those who share it."""

from io import BytesIO

import pytest
from PIL import Image

from timeline.card import HEIGHT, WIDTH, draw_card
from timeline.models import Event

FACTS = {"when": "25 April 2019", "kind": "Summit", "backing": "2 independent sources"}


def pixels(title: str) -> Image.Image:
    return Image.open(BytesIO(draw_card(title=title, **FACTS)))


@pytest.mark.parametrize(
    "title", ["", "A", "Two leaders met", "word " * 80, "x" * 400, "“Quoted” – and naïve", "Саммит", "정상"]
)
def test_any_title_is_drawn_at_its_size(title):
    image = pixels(title)
    assert image.size == (WIDTH, HEIGHT)
    assert len(image.convert("RGB").getcolors(1 << 16) or []) > 3


def test_titles_differ_and_letters_that_cannot_be_drawn_give_way_to_the_kind():
    assert pixels("One title").tobytes() != pixels("Another title").tobytes()
    assert pixels("Саммит").tobytes() == pixels("정상").tobytes() == pixels("Summit").tobytes()


def test_the_page_names_the_picture_and_the_address_answers(client, demo):
    event = Event.objects.public().first()
    page = client.get(event.get_absolute_url()).content.decode()
    address = f"{event.get_absolute_url()}card.png"
    assert f'content="http://testserver{address}"' in page
    response = client.get(address)
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert client.get("/events/no-such-event/card.png").status_code == 404
