"""The form behind a passage that an editor adds."""

from typing import Any

from django import forms

from .models import Passage


class PassageForm(forms.ModelForm):  # type: ignore[type-arg]
    """Takes a span by its offsets and says so when the article has no such span."""

    class Meta:
        model = Passage
        fields = ["article", "start", "end"]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if {"article", "start", "end"} <= values.keys():
            try:
                Passage.of(values["article"], values["start"], values["end"])
            except ValueError as error:
                raise forms.ValidationError(f"This is no span of the article: {error}.") from error
        return values
