"""What is printed: answers become a charter of plain data, which every format prints in its own way."""
