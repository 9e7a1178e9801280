"""What speed and size are promised, measured: one module a figure, printed as one table by `make bench`."""
