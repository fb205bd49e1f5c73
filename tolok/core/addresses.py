"""Whether an address of the internet is one that anybody may reach, or lies inside."""

import ipaddress
from typing import Final

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the IPv4 address is in its end
_IPV4_BITS: Final = 0xFFFFFFFF


def is_public(address: str) -> bool:
    """Whether the address belongs to the public internet; what is no address does not.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is judged by it too:
    `::ffff:127.0.0.1` is this machine.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (found, *_carried(found)))


def _carried(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> tuple[ipaddress.IPv4Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    nat64 = ipaddress.IPv4Address(int(address) & _IPV4_BITS) if address in _NAT64 else None
    found = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()), nat64)
    return tuple(one for one in found if one is not None)
