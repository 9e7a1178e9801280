// Stored values as the text that people read and type; the server's kinds.show_value says the same.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const FIGURES = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 20 });
// By how a charter writes numbers: the marks of thousands and decimals, as in worksheet/number_styles.py.
const MARKS = { "1.234,5": [".", ","], "1 234,5": ["\u202f", ","], "1'234.5": ["\u2019", "."] };

/** A number with the thousands marks of a style; fractions and percent carry their sign. */
export function numberText(value, unit, style) {
  const text = FIGURES.format(unit === "fraction" ? hundredfold(value) : String(value));
  const [group, point] = MARKS[style] ?? [",", "."];
  const sign = unit === "fraction" || unit === "percent" ? "%" : "";
  return text.replace(/[,.]/g, (mark) => (mark === "," ? group : point)) + sign;
}

/** 2027-06-30 as 30 June 2027. */
export function dateText(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

// Done on the digits: 0.07 * 100 is not 7 in floating point.
function hundredfold(value) {
  const [digits, exponent = "0"] = String(value).split("e");
  return `${digits}e${Number(exponent) + 2}`;
}
