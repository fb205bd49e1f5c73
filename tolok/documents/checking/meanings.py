"""What the facts that many documents share mean, in the words of those who edit templates."""

from typing import Any, Final

from tolok.documents.parts import Dated, FollowUp, Issue, Kop, Letter, Meeting, Party, Photo, Signer

_DATED: Final = {
    "place": "tempat naskah ditandatangani",
    "date": "tanggal naskah; kosong selama masih draf",
    "dated": "tanggal naskah, atau titik-titik untuk diisi tangan",
    "place_and_date": "tempat dan tanggal naskah dalam satu baris",
}
_MEANINGS: Final[dict[type[Any], dict[str, str]]] = {
    Issue: {
        "status": "“konsep” atau “final”; tanda KONSEP dicetak selama masih konsep",
        "code": "kode verifikasi naskah",
        "address": "alamat halaman untuk memeriksa kode; kosong bila tidak ada",
        "link": "alamat lengkap di dalam kode QR; kosong bila tidak ada",
    },
    Kop: {
        "government": "baris pertama kop: nama pemerintah",
        "unit": "baris kedua kop: nama unit",
        "address": "baris alamat pada kop",
        "logo": "lambang pada kop; bisa tidak ada",
    },
    Signer: {
        "variant": "cara menandatangani: langsung, a.n., u.b., Plt. atau Plh.",
        "offices": "jabatan, dari yang tertinggi sampai jabatan penanda tangan",
        "lines": "jabatan seperti dicetak di atas nama, dengan a.n., u.b., Plt. atau Plh.",
        "name": "nama penanda tangan",
        "rank": "pangkat dan golongan; kosong bila tidak dicetak",
        "nip": "NIP, 18 angka; kosong bila tidak ada",
    },
    Dated: _DATED,
    Letter: {**_DATED, "number": "nomor naskah, atau bagian kosong selama menunggu nomor"},
    Party: {
        "name": "nama pihak",
        "rank": "pangkat dan golongan; kosong bila tidak dicetak",
        "nip": "NIP pihak; kosong bila tidak ada",
        "office": "jabatan pihak",
        "called": "sebutan pihak di dalam naskah",
    },
    Meeting: {
        "day": "hari pertemuan",
        "time": "waktu pertemuan",
        "place": "tempat pertemuan",
        "agenda": "acara pertemuan",
        "online": "alamat rapat daring; kosong bila tidak ada",
        "where": "tempat dan alamat daring dalam satu baris",
    },
    FollowUp: {
        "task": "tindak lanjut",
        "who": "penanggung jawab",
        "due": "batas waktu; bisa tidak ada",
        "result": "bukti bahwa tindak lanjut selesai",
    },
    Photo: {"picture": "foto", "caption": "keterangan foto"},
}


def meaning_of(owner: Any, name: str) -> str:
    """Of a fact of a shared class; "" for one that a single document has."""
    return _MEANINGS.get(owner, {}).get(name, "")
