"""What a person may be in a procurement unit's performance year."""

from django.db import models


class Role(models.TextChoices):
    """The roles of both SOPs: the lanes of their diagrams, and those who look after Tolok.

    The Jayawijaya SOP calls the coordinator's team Tim Pengelolaan Kelembagaan. One person may
    hold several: in many units Ketua Tim Kematangan and Kepala UKPBJ are the same. Respondents
    from outside (service recipients, suppliers) need no account and so no role.
    """

    ADMINISTRATOR = "administrator", "Administrator"
    COORDINATOR = "coordinator", "Koordinator"
    DATA_PROCESSOR = "data_processor", "Tim Pengolah"
    AUDITOR = "auditor", "Auditor"

    KEPALA_UKPBJ = "kepala_ukpbj", "Kepala UKPBJ"
    KETUA_TIM = "ketua_tim", "Ketua Tim Kematangan"
    TIM_PENGUMPUL = "tim_pengumpul", "Tim Pengumpul"
    PENANGGUNG_JAWAB = "penanggung_jawab", "Penanggung Jawab Kinerja"
    PPK = "ppk", "PPK"
    POKJA = "pokja", "Anggota Pokja Pemilihan"
    PIMPINAN = "pimpinan", "Pimpinan"


RESPONDENTS = frozenset({Role.PENANGGUNG_JAWAB, Role.PPK, Role.POKJA})  # their own rows only
