"""Alembic's entry: run the migrations on the connection that wizard.store.schema gives."""

from alembic import context

from wizard.store.tables import Base

# Batch mode lets SQLite change a table by copying it.
context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
