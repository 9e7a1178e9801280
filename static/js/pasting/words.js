// How near a word that somebody wrote comes to the words that are offered.

const YES = new Set(["yes", "y", "true", "x", "✓", "✔", "☑", "ja", "oui", "si", "1"]);
const NO = new Set(["no", "n", "false", "✗", "☐", "nein", "non", "0"]);

/** A text without what nobody minds: capitals, accents, hyphens, brackets with what is in them. */
export function plain(text) {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/\([^)]*\)/g, " ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** "yes" or "no" for the ways in which people tick a box in a spreadsheet; undefined for anything else. */
export function yesOrNo(text) {
  const word = plain(text) || text.trim();
  if (YES.has(word)) return "yes";
  return NO.has(word) ? "no" : undefined;
}

/** The one of `options` ({value, label}) that `text` most likely means; undefined when none comes near, or two do. */
export function nearest(text, options) {
  const wanted = plain(text);
  if (!wanted) return undefined;
  const names = options.map((option) => [option, [plain(option.label), plain(option.value)]]);
  for (const isNear of RULES) {
    const near = names.filter(([, words]) => words.some((word) => word && isNear(wanted, word)));
    if (near.length === 1) return near[0][0];
    if (near.length > 1) return undefined;
  }
  return undefined;
}

// From the surest to the boldest; each can be told to whoever asks.
const RULES = [
  // "ml lead" for ml_lead, whatever its label is.
  (wanted, word) => wanted === word,
  // "exp" or "sponsors" for "expert" and "sponsor".
  (wanted, word) => Math.min(wanted.length, word.length) > 2 && (word.startsWith(wanted) || wanted.startsWith(word)),
  // "ML lead" for "Machine-learning lead".
  (wanted, word) => isShortFor(wanted.split(" "), word.split(" ")),
  // "the legal team" holds "legal".
  (wanted, word) => holds(wanted.split(" "), word.split(" ")) || holds(word.split(" "), wanted.split(" ")),
  // A slip of the pen in four letters.
  (wanted, word) => distance(wanted, word) <= Math.floor(word.length / 4),
  // "Expert for payments" and "Domain expert" share a word.
  (wanted, word) => wanted.split(" ").some((part) => part.length > 3 && word.split(" ").includes(part)),
];

/** Whether each part stands, in order, for a word or is the initials of several. */
function isShortFor(parts, words) {
  if (parts.length === 0) return words.length === 0;
  const [part, ...others] = parts;
  if (part === words[0] && isShortFor(others, words.slice(1))) return true;
  const several = words.slice(0, part.length);
  const initials = several.map((word) => word[0]).join("");
  return part.length > 1 && initials === part && isShortFor(others, words.slice(part.length));
}

function holds(many, few) {
  return few.join("").length > 3 && few.every((word) => many.includes(word));
}

/** How many letters have to be put in, taken out or changed to make one text of the other. */
function distance(one, other) {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [column, against] of [...other].entries()) {
      line.push(Math.min(above[column + 1] + 1, line[column] + 1, above[column] + (letter === against ? 0 : 1)));
    }
    above = line;
  }
  return above.at(-1);
}
