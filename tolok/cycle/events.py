"""What the events of the audit trail are called on its page."""

NAMES = {
    "cycle.add_holiday": "Hari libur ditambahkan",
    "cycle.change_after_lock": "Perubahan sesudah periode dikunci",
    "cycle.change_window": "Jendela pengumpulan data diubah",
    "cycle.close_year": "Tahun anggaran ditutup",
    "cycle.import_holidays": "Daftar libur nasional diambil",
    "cycle.lock_period": "Periode dikunci",
    "cycle.open_year": "Tahun anggaran dibuka",
    "cycle.prepare_year": "Tahun anggaran disiapkan",
    "cycle.record_outside": "Dokumen dari luar Tolok dicatat",
    "cycle.remove_holiday": "Hari libur dihapus",
    "cycle.reopen_year": "Tahun anggaran dibuka kembali",
    "cycle.unlock_period": "Kunci periode dibuka",
    "measurement.save_indicator": "Indikator disimpan",
    "organisation.add_alias": "Padanan satker ditambahkan",
    "organisation.register_agency": "Instansi didaftarkan",
    "organisation.remove_alias": "Padanan satker dihapus",
    "people.change_password": "Kata sandi diganti",
    "people.create_user": "Pengguna didaftarkan",
    "people.describe_person": "Data orang diubah",
    "people.end_office": "Jabatan diakhiri",
    "people.give_office": "Jabatan diberikan",
    "people.sign_in": "Masuk",
    "people.sign_out": "Keluar",
    "registry.accept": "Usul diterima",
    "registry.confirm_pokja": "Pokja dikukuhkan",
    "registry.date_members": "Masa keanggotaan Pokja diatur",
    "registry.discard_upload": "Unggahan dibuang",
    "registry.import_paths": "Berkas diimpor",
    "registry.mark_all_right": "Beberapa temuan dinyatakan benar",
    "registry.mark_right": "Temuan dinyatakan benar",
    "registry.propose_correction": "Koreksi diusulkan",
    "registry.propose_exclusion": "Pengecualian paket diusulkan",
    "registry.refuse": "Usul ditolak",
    "registry.reveal_npwp": "NPWP lengkap dibuka",
    "registry.start_upload": "Berkas diunggah",
    "registry.undo_import": "Impor dibatalkan",
    "registry.withdraw": "Usul ditarik",
}


def name_of(event: str) -> str:
    """Its name, or the event itself when it stems from another version of Tolok."""
    return NAMES.get(event, event)
