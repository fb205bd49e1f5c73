from django.urls import path

from tolok.cycle.views import holidays, outside, periods, trail, years

app_name = "cycle"
urlpatterns = [
    path("jejak/", trail.trail, name="trail"),
    # Years
    path("tahun/", years.years, name="years"),
    path("tahun/siapkan/", years.prepare_year, name="prepare_year"),
    path("tahun/<int:pk>/", years.fiscal_year, name="fiscal_year"),
    path("tahun/<int:pk>/buka/", years.start_year, name="start_year"),
    path("tahun/<int:pk>/hari/", years.decide_days, name="decide_days"),
    path("tahun/<int:pk>/buang/", years.discard_year, name="discard_year"),
    path("tahun/<int:pk>/tutup/", years.close_year, name="close_year"),
    path("tahun/<int:pk>/buka-kembali/", years.reopen_year, name="reopen_year"),
    path("tahun/<int:pk>/dokumen-luar/", outside.record_outside, name="record_outside"),
    path("tahun/dokumen-luar/<int:pk>/berkas/", outside.outside_file, name="outside_file"),
    # Periods
    path("tahun/periode/<int:pk>/jendela/", periods.change_window, name="change_window"),
    path("tahun/periode/<int:pk>/kunci/", periods.lock_period, name="lock_period"),
    path("tahun/periode/<int:pk>/buka-kunci/", periods.unlock_period, name="unlock_period"),
    # Holidays
    path("hari-libur/", holidays.holidays, name="holidays"),
    path("hari-libur/tambah/", holidays.add_holiday, name="add_holiday"),
    path("hari-libur/<int:pk>/hapus/", holidays.remove_holiday, name="remove_holiday"),
    path("hari-libur/ambil/<int:calendar_year>/", holidays.import_holidays, name="import_holidays"),
]
