"""The success arithmetic that these answers allow: each figure as plain data, or the reason why it cannot "
"be."""
