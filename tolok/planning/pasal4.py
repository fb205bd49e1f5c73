"""The goals of procurement as Perpres 16/2018 Pasal 4 lists them (in the text of 12/2021).

Domain rules 7.1: letters a to c and h are verified, the others from memory; the text can be
changed in every plan.
"""

from typing import Final

PASAL_4: Final = {
    "a": "Menghasilkan barang/jasa yang tepat dari setiap uang yang dibelanjakan, diukur dari aspek"
    " kualitas, kuantitas, waktu, biaya, lokasi, dan penyedia",
    "b": "Meningkatkan penggunaan produk dalam negeri",
    "c": "Meningkatkan peran serta usaha mikro, usaha kecil, dan koperasi",
    "d": "Meningkatkan peran pelaku usaha nasional",
    "e": "Mendukung pelaksanaan penelitian dan pemanfaatan barang/jasa hasil penelitian",
    "f": "Meningkatkan keikutsertaan industri kreatif",
    "g": "Mewujudkan pemerataan ekonomi dan memberikan perluasan kesempatan berusaha",
    "h": "Meningkatkan pengadaan berkelanjutan",
}
