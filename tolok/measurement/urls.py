from django.urls import path, register_converter
from django.urls.converters import StringConverter

from tolok.measurement.views import catalogue, editing, indicator, rows


class IndicatorCode(StringConverter):
    """Capitals and digits, so that no page of the catalogue is taken for an indicator."""

    regex = "[A-Z][A-Z0-9-]*"


register_converter(IndicatorCode, "indicator_code")

app_name = "measurement"
urlpatterns = [
    # The catalogue
    path("", catalogue.indicators, name="indicators"),
    path("kamus/", catalogue.dictionary, name="dictionary"),
    path("baru/", editing.add_indicator, name="add_indicator"),
    path("periksa/", editing.check_indicator, name="check_indicator"),
    path("<indicator_code:code>/ubah/", editing.edit_indicator, name="edit_indicator"),
    path("<indicator_code:code>/hentikan/", editing.retire_indicator, name="retire_indicator"),
    # One indicator and what stands behind its value
    path("<indicator_code:code>/", indicator.indicator, name="indicator"),
    path("<indicator_code:code>/baris/", rows.rows, name="rows"),
    path("<indicator_code:code>/baris/xlsx/", rows.rows_workbook, name="rows_workbook"),
    path("<indicator_code:code>/baris/json/", rows.rows_json, name="rows_json"),
]
