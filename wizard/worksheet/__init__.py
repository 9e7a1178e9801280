"""What is asked: the worksheet's definitions and the pure rules over its answers."""
