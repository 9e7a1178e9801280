"""Where rules come from, by the short names that checks and gates use."""

from collections.abc import Iterable, Mapping

SOURCES: Mapping[str, str] = {
    "AML": "AWS, when to use machine learning",
    "AIC": "AI Canvas",
    "AWL": "AWS Well-Architected Machine Learning Lens",
    "BR": "Bedrock RAG evaluation",
    "BUD": "Buderer 1996",
    "CQ": "CRISP-ML(Q)",
    "DC": "Data Cards",
    "DS": "Datasheets for Datasets",
    "DSSG": "Data Science for Social Good, project scoping guide",
    "ELK": "Elkan 2001",
    "EU": "Regulation (EU) 2024/1689",
    "FIG": "worked out from your figures",
    "GAIL": "AWS Generative AI Lens",
    "GD": "Google, size and quality of a data set",
    "GF": "Google, ML problem framing",
    "KR": "Krippendorff",
    "LK": "Landis and Koch 1977",
    "MLC": "Dorard's ML Canvas",
    "NIST": "NIST AI Risk Management Framework",
    "PAIR": "Google PAIR Guidebook",
    "RAIL": "AWS Responsible AI Lens",
    "ROM": "Google, Rules of ML",
    "TDSP": "Microsoft Team Data Science Process",
}


def named_sources(keys: Iterable[str]) -> str:
    """The sources in words; the worksheet itself where there are none."""
    return "; ".join(SOURCES[key] for key in keys) or "a rule of this worksheet"
