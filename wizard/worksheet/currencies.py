"""Currencies by their ISO 4217 codes."""

import re
from collections.abc import Mapping
from typing import Any

from wizard.worksheet.text import Unreadable, one_line

# The active national currencies of ISO 4217 (list one, 2024).
CODES = frozenset(
    re.findall(
        "[A-Z]{3}",
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
        CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
        GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
        KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
        NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
        VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
        """,
    )
)

_SYMBOLS: Mapping[str, str] = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR"}


def read_currency(raw: Any) -> str:
    """Return the ISO code that `raw` names by code or symbol, "" for blank; raises Unreadable."""
    if not isinstance(raw, str):
        raise Unreadable("must be text")
    text = one_line(raw).upper()
    code = _SYMBOLS.get(text, text)
    if code and code not in CODES:
        raise Unreadable("must be the three-letter code of a currency, like EUR")
    return code
