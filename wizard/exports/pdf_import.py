"""Taking the charter JSON back out of a PDF that this app made."""

import logging
from io import BytesIO

from wizard.worksheet.document import LARGEST, DocumentError

ATTACHMENT = "charter.json"
"""The name of the file that every PDF carries."""

_PATH = "the PDF"
_TOO_LARGE = f"unpacks to more than a charter of {LARGEST // 2**20} MB"


def read_attachment(pdf: bytes) -> bytes:
    """Return the charter JSON attached to `pdf`; raises DocumentError with the reason in one line.

    The bytes may be hostile: for other people's files call this in a process with limits.
    """
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    # The parser tells its log about every repair; the person who brought the file gets one line instead.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _attached(pdf)
    except (DocumentError, MemoryError):
        raise
    except (DependencyError, FileNotDecryptedError):
        raise DocumentError(_PATH, "is encrypted; save it without a password first") from None
    except LimitReachedError:
        raise DocumentError(_PATH, _TOO_LARGE) from None
    except Exception as error:  # a broken file can fail at any point of the parser
        raise DocumentError(_PATH, "is damaged and cannot be read") from error


def _attached(pdf: bytes) -> bytes:
    from pypdf import PdfReader, apply_configuration

    reader = PdfReader(BytesIO(pdf))
    if reader.is_encrypted:
        raise DocumentError(_PATH, "is encrypted; save it without a password first")
    others = False
    for file in reader.attachment_list:
        if ATTACHMENT in (file.name, file.alternative_name):
            with apply_configuration(
                brotli_maximum_output_length=LARGEST,
                jbig2_maximum_output_length=LARGEST,
                lzw_maximum_output_length=LARGEST,
                run_length_maximum_output_length=LARGEST,
                zlib_maximum_output_length=LARGEST,
            ):
                return _bounded(file.content)
        others = True
    if others:
        raise DocumentError(_PATH, f"carries other files, but no {ATTACHMENT}")
    raise DocumentError(_PATH, f"carries no {ATTACHMENT}; only a PDF made by Groundwork can be taken back")


def _bounded(content: bytes) -> bytes:
    # It may come unpacked, or in digits.
    if len(content) > LARGEST:
        raise DocumentError(_PATH, _TOO_LARGE)
    return content
