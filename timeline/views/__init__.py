"""The pages. Each answers a plain request with the whole page and an htmx request with its fragment."""
