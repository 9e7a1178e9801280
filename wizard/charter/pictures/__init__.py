"""Charts of what a charter says: which answers are drawn, as which chart, and beside which question."""
