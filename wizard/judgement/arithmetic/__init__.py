"""Success arithmetic: closed forms that turn a team's answers into numbers.

One module a meaning, imported by name. Shares are fractions (0.35, never 35), margins too; costs are in
the charter's currency, a gain negative. Whatever cannot be is refused with an `errors.ImpossibleFigure`
that names the parameter and says why. The standard library is enough here, so a command that needs
one number starts at once.
"""
