// Stored values as the text that people read and type; the server's kinds.show_value says the same.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const FIGURES = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 20 });

/** A number with thousands marks; fractions and percent carry their sign. */
export function numberText(value, unit) {
  if (unit === "fraction") return `${FIGURES.format(hundredfold(value))}%`;
  return unit === "percent" ? `${FIGURES.format(String(value))}%` : FIGURES.format(String(value));
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
