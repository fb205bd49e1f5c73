from django import forms


class SopForm(forms.Form):
    berkas = forms.FileField(
        label="Berkas BPMN",
        help_text="Diagram BPMN 2.0 dari penyunting mana pun, paling besar 1 MB.",
        widget=forms.FileInput({"accept": ".bpmn,.xml"}),
    )
