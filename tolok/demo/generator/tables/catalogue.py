"""E-purchasing: the electronic catalogue (version 6) and the online shops (Bela)."""

from collections.abc import Iterator
from datetime import datetime, time
from uuid import UUID

from tolok.demo.generator.facts import CatalogueOrder, YearFacts
from tolok.demo.generator.tables.common import Row, Tables, moment

SHOP_ORDERS = 25  # one online shop order for so many catalogue orders


def publish(facts: YearFacts) -> Tables:
    return {
        "Ecat-PaketEPurchasingV6": [_order(facts, order) for order in facts.orders],
        "Bela-TokoDaringRealisasi": list(_shop(facts)),
    }


def _order(facts: YearFacts, order: CatalogueOrder) -> Row:
    need = order.need
    return {
        "tahun_anggaran": facts.year,
        "jenis_instansi": facts.body.kind,
        "nama_instansi": facts.body.name,
        "nama_satker": need.unit.name,
        "kd_klpd": facts.body.code,
        "kd_satker_str": need.unit.code,
        "kd_paket": order.key,
        "kd_rup": str(need.plans[0]),
        "rup_nama_pkt": need.name,
        "product_ids": ",".join(_products(order)),
        "sumber_dana": need.funding.replace(";", ","),
        "mak": need.account,
        "kd_penyedia_v6": f"01{order.supplier.code:024}",
        "kd_penyedia_sikap": 0 if order.supplier.code % 2 else order.supplier.code,
        "jml_jenis_produk": order.products,
        "jml_produk": order.products * (1 + order.day.day),
        "ongkir": 0 if order.day.day % 12 else 50_000,
        "total_harga": int(order.total),
        "tgl_order": str(order.day),
        "status_pkt": order.state,
        "status_pengiriman": order.shipment,
    }


def _products(order: CatalogueOrder) -> Iterator[str]:
    start = order.need.plans[0] * 10**20 + order.supplier.code * 10**9
    for number in range(order.products):
        yield str(UUID(int=start + number))


def _shop(facts: YearFacts) -> Iterator[Row]:
    for number, order in enumerate(facts.orders[::SHOP_ORDERS]):
        failed = number % 3 == 0
        yield {
            "tahun": facts.year,
            "kd_klpd": facts.body.code,
            "nama_klpd": facts.body.name,
            "kd_satker": str(order.need.unit.plan_id),
            "nama_satker": order.need.unit.name,
            "order_id": str(order.need.plans[0] - 60_000_000),
            "order_desc": None,
            "valuasi": int(order.total),
            "kategori": None,
            "metode_bayar": "transfer",
            "tanggal_transaksi": moment(datetime.combine(order.day, time(14, number % 60, 22))),
            "marketplace": "pasar contoh",
            "merchant_name": None,
            "jenis_transaksi": "bela",
            "kota_kab": facts.agency.full_name,
            "provinsi": "Provinsi Contoh",
            "nama_pemesan": order.need.officer.name,
            "status_verif": "unverified" if failed else "verified",
            "sumber_data": "api_v3",
            "status_konfirmasi_ppmse": "gagal" if failed else "selesai",
            "keterangan_ppmse": "RFQ Dibatalkan Pembeli" if failed else None,
        }
