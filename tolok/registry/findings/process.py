"""Rules about the selection: announcements, status, bidders."""

from typing import Final

from tolok.registry.findings.rule import Rule

ANNOUNCEMENT: Final = ("SPSE-TenderPengumuman", "SPSE-NonTenderPengumuman")

RULES: Final = (
    Rule(
        "P-06",
        "Pendaftar bukan penawar",
        """
        SELECT NULL AS kd_paket, sum(jumlah_pendaftar)::BIGINT AS pendaftar,
          sum(jumlah_penawar)::BIGINT AS penawar, count(*) AS tender
        FROM peserta HAVING pendaftar > penawar
        """,
        "Daftar peserta memuat {pendaftar} pendaftar pada {tender} tender; {penawar} di antaranya"
        " menawar. Tolok menghitung yang menawar.",
        note=True,
        quirk=21,
    ),
    Rule(
        "P-07",
        "Tender selesai tanpa penawar tercatat",
        """
        SELECT kd_paket, kd_tender AS kode, 'jumlah_penawar' AS kolom FROM hasil
        WHERE baris = 'paket' AND jenis_proses = 'tender' AND status = 'selesai'
          AND jumlah_penawar IS NULL AND EXISTS (SELECT 1 FROM peserta) ORDER BY kd_paket
        """,
        "Tender {kode} selesai, tetapi tidak ada penawaran yang tercatat. Lengkapi jumlah penawar.",
        (*ANNOUNCEMENT, "SPSE-PesertaTender"),
        quirk=21,
    ),
    Rule(
        "P-10",
        "Status pengumuman kosong",
        """
        SELECT kd_paket, kd_proses AS kode, status AS dibaca FROM pengumuman
        WHERE status_asli IS NULL OR status_asli = '-' ORDER BY ALL
        """,
        "Status pengumuman {kode} kosong di sumbernya; dibaca sebagai {dibaca} karena"
        " tidak ada hasil pemilihan.",
        ANNOUNCEMENT,
        note=True,
        quirk=2,
    ),
    Rule(
        "P-17",
        "Pengumuman ulang",
        """
        SELECT NULL AS kd_paket, count(*) AS pengumuman, count(DISTINCT kd_paket) AS paket,
          count(*) - count(DISTINCT kd_paket) AS ulang, jenis_proses
        FROM pengumuman GROUP BY jenis_proses HAVING ulang > 0 ORDER BY jenis_proses
        """,
        "{pengumuman} pengumuman {jenis_proses} adalah {paket} paket; {ulang} pengumuman ulang"
        " dihitung pada paket yang sama.",
        note=True,
        quirk=3,
    ),
)
