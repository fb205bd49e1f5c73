from django.urls import path, register_converter
from django.urls.converters import StringConverter

from tolok.measurement.views import catalogue, indicator, rows


class IndicatorCode(StringConverter):
    """Capitals and digits, so that no page of the catalogue is taken for an indicator."""

    regex = "[A-Z][A-Z0-9-]*"


register_converter(IndicatorCode, "indicator_code")

app_name = "measurement"
urlpatterns = [
    # The catalogue
    path("", catalogue.indicators, name="indicators"),
    # One indicator and what stands behind its value
    path("<indicator_code:code>/", indicator.indicator, name="indicator"),
    path("<indicator_code:code>/baris/", rows.rows, name="rows"),
    path("<indicator_code:code>/baris/xlsx/", rows.rows_workbook, name="rows_workbook"),
    path("<indicator_code:code>/baris/json/", rows.rows_json, name="rows_json"),
]
