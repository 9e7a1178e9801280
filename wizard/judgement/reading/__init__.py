"""Answers read together as what they mean: the main measure, the shares of the classes, costs, volume."""
