"""Browser sessions and API tokens: made, looked up, ended. Only SHA-256 digests are kept of either."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, delete, insert, select

from wizard.store.database import db, writing
from wizard.store.tables import sessions, tokens

SESSION_LIFE = timedelta(days=30)

_ACTOR_OF_SESSION = select(sessions.c.actor).where(
    sessions.c.hash == bindparam("hash"), sessions.c.expires > bindparam("now")
)
_NAME_OF_TOKEN = select(tokens.c.name).where(tokens.c.hash == bindparam("hash"))


def start_session(actor: str) -> str:
    """Make a session for `actor` and return its id, which only the browser keeps; expired ones go."""
    session_id = secrets.token_urlsafe(32)
    now = _now()
    with writing() as session:
        session.execute(delete(sessions).where(sessions.c.expires <= now))
        row = {"hash": _digest(session_id), "actor": actor, "created": now, "expires": now + SESSION_LIFE}
        session.execute(insert(sessions), row)
    return session_id


def end_session(session_id: str) -> None:
    """End a session; one that is not there has ended."""
    with writing() as session:
        session.execute(delete(sessions).where(sessions.c.hash == _digest(session_id)))


def end_sessions() -> None:
    """End the sessions of all browsers."""
    with writing() as session:
        session.execute(delete(sessions))


def actor_of_session(session_id: str) -> str | None:
    """Return whose session this is; None when there is none or it has expired."""
    return db.session.scalar(_ACTOR_OF_SESSION, {"hash": _digest(session_id), "now": _now()})


def make_token(name: str) -> str:
    """Make a token for the API and return it; it cannot be read again."""
    token = f"gw_{secrets.token_urlsafe(32)}"
    with writing() as session:
        session.execute(insert(tokens), {"hash": _digest(token), "name": name, "created": _now()})
    return token


def actor_of_token(token: str) -> str | None:
    """Return the actor that a token stands for; None when there is no such token."""
    name = db.session.scalar(_NAME_OF_TOKEN, {"hash": _digest(token)})
    return None if name is None else f"token:{name}"


def _digest(secret: str) -> str:
    # The secrets are random and long, so a plain digest cannot be searched and a look-up leaks nothing.
    return hashlib.sha256(secret.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
