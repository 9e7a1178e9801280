"""Printing HTML with WeasyPrint: its pages made readable, and what it does twice done once.

Each change to WeasyPrint is a module that says what is wrong with the version it was written for.
"""
