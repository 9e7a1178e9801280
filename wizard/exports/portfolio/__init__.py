"""Several charters in one ZIP: their PDFs, and an overview that says how each of them stands."""
