"""Commands that need the data folder: serving the app, its start link, and a token for its API."""

from argparse import ArgumentTypeError

from wizard.cli.command import Command, Options, Parser, Unusable
from wizard.config import read_settings
from wizard.worksheet.loading import load_worksheet


def _add_serve(command: Parser) -> None:
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    command.add_argument("--port", type=_port, default=8000, help="port to listen on (default: %(default)s)")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 2**16):
        raise ArgumentTypeError(f"{text} is not a port (1 to 65535)")
    return int(text)


def _serve(options: Options) -> None:
    from wizard.serving import CannotServe, serve

    load_worksheet()
    try:
        serve(read_settings(), options.host, options.port)
    except CannotServe as error:
        raise Unusable(str(error)) from None


def _add_link(command: Parser) -> None:
    _add_serve(command)
    command.add_argument(
        "--renew",
        action="store_true",
        help="make a new link: the old one stops working, and every browser has to come in again",
    )


def _link(options: Options) -> None:
    from wizard import create_app
    from wizard.serving import CannotServe, address_of, prepare
    from wizard.store.credentials import end_sessions
    from wizard.store.folder import read_start_code, renew_start_code

    settings = read_settings()
    try:
        prepare(settings)
    except CannotServe as error:
        raise Unusable(str(error)) from None
    code = read_start_code(settings.data_dir)
    if options.renew:
        code = renew_start_code(settings.data_dir)
        with create_app(settings).app_context():
            end_sessions()
    print(f"{address_of(settings, options.host, options.port)}/start#{code}")


def _add_token(command: Parser) -> None:
    command.add_argument(
        "--name", default="cli", help="what the history calls its user (default: %(default)s)"
    )


def _token(options: Options) -> None:
    from wizard import create_app
    from wizard.serving import CannotServe, prepare
    from wizard.store.credentials import make_token

    settings = read_settings()
    try:
        prepare(settings)
    except CannotServe as error:
        raise Unusable(str(error)) from None
    with create_app(settings).app_context():
        print(make_token(options.name))


SERVE = Command("serve", "serve the app and print the start link", _add_serve, _serve)
LINK = Command("link", "print the start link, or make a new one", _add_link, _link)
TOKEN = Command("token", "make a token for the API and print it", _add_token, _token)
