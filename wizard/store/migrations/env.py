"""Alembic's entry: run the migrations on the connection that wizard.store.schema gives."""

from alembic import context

from wizard.store.tables import METADATA

# Batch mode lets SQLite change a table by copying it.
context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
