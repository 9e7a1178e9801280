"""Addresses of the current request, written so that they can stand in a header."""

from urllib.parse import quote

from flask import request

# What stands in a query as it is, the sign of what is encoded already among it.
_IN_QUERIES = "%/?:@!$&'()*+,;=~"


def address_with(path: str) -> str:
    """Return `path`, as Flask decodes it, with the query of the current request, encoded as browsers send it.

    Decoded, a path may hold line feeds, which no header takes, and marks that would end it.
    """
    query = quote(request.query_string, safe=_IN_QUERIES)
    return f"{quote(path)}?{query}" if query else quote(path)
