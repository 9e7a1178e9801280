"""What v0.0.2 of the Model Card Toolkit's JSON Schema lets stand in a model card.

Only what is a fact of the format: names, and the types of their values. The schema lets unknown names pass
below the top; here they are mistakes, so that a misspelt one does not go unnoticed.
"""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
DATE: Schema = {"type": "string", "format": "date"}
URI: Schema = {"type": "string", "format": "uri"}
NUMBER: Schema = {"type": "number"}


def _record(**parts: Schema) -> Schema:
    return {"type": "object", "properties": parts, "additionalProperties": False}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


_DESCRIBED = _list(_record(description=TEXT))
_GRAPHICS = _record(description=TEXT, collection=_list(_record(name=TEXT, image=TEXT)))
_LICENSE = _record(identifier=TEXT, custom_text=TEXT) | {
    "oneOf": [{"required": ["identifier"]}, {"required": ["custom_text"]}]
}

MODEL_CARD: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_record(
        schema_version=TEXT,
        model_details=_record(
            name=TEXT,
            overview=TEXT,
            documentation=TEXT,
            owners=_list(_record(name=TEXT, contact=TEXT)),
            version=_record(name=TEXT, date=DATE, diff=TEXT),
            licenses=_list(_LICENSE),
            references=_list(_record(reference=URI)),
            citations=_list(_record(style=TEXT, citation=TEXT)),
        ),
        model_parameters=_record(
            model_architecture=TEXT,
            data=_list(
                _record(
                    name=TEXT,
                    link=URI,
                    sensitive=_record(sensitive_data=_list(TEXT)),
                    graphics=_GRAPHICS,
                    description=TEXT,
                )
            ),
            input_format=TEXT,
            output_format=TEXT,
        ),
        quantitative_analysis=_record(
            performance_metrics=_list(_record(type=TEXT, value=NUMBER, slice=TEXT)),
            graphics=_GRAPHICS,
        ),
        considerations=_record(
            users=_DESCRIBED,
            use_cases=_DESCRIBED,
            limitations=_DESCRIBED,
            tradeoffs=_DESCRIBED,
            ethical_considerations=_list(_record(name=TEXT, mitigation_strategy=TEXT)),
        ),
    ),
}
