"""Fields that hold one entry a line."""


def lines_of(text: str) -> tuple[str, ...]:
    """The non-empty lines of the field."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
