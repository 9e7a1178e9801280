"""What is said about the answers: pure functions of plain data, with today's date as an argument."""
