"""Writes across models, each in a transaction of its own."""
