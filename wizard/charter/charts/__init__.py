"""Charts as plain geometry: where every line, bar and word stands, for templates to draw.

One module a chart. Each function takes numbers and the width to draw for, and returns a `Chart` whose
template in templates/charts/ draws it; `figure.figure` makes the two widths that a page needs.
"""
