"""What a browser says of the languages of the person in front of it."""

from flask import request

from wizard.worksheet.number_styles import nearest_style


def style_of_browser() -> str:
    """Return the id of the style in which the browser's first known language writes numbers, "" for none."""
    # The tables are only needed where a charter is made.
    from babel import Locale, UnknownLocaleError

    for language, _ in request.accept_languages:
        try:
            symbols = Locale.parse(language, sep="-").number_symbols["latn"]
        except (UnknownLocaleError, ValueError, KeyError):
            continue
        return nearest_style(symbols["group"], symbols["decimal"])
    return ""
