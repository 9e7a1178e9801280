// What did not fit when it was pasted, listed until somebody has dealt with it, also when the page is left meanwhile.

/**
 * A list of {row, column, text, why}. `cell` is the field that a text is meant for, `near` the option that it most
 * likely means; `isIn` says that the text stands in the field and was turned down there. `fill` puts a value into one.
 */
export class Leftovers {
  constructor(table, list, fill) {
    Object.assign(this, { table, list, fill });
    this.items = keptOf(table);
  }

  get length() {
    return this.items.length;
  }

  add(item) {
    const near = item.near && { value: item.near.value, label: item.near.label };
    this.items = this.items.filter((other) => !item.cell || other.cell !== item.cell);
    this.items.push({ ...item, near });
  }

  /** Something else was written in a cell: its text is dealt with. */
  settle(cell) {
    if (!cell || !this.items.some((item) => item.cell === cell)) return;
    this.items = this.items.filter((item) => item.cell !== cell);
    this.show();
  }

  clear() {
    this.items = [];
    this.show();
  }

  /** Draw the list, and what it says of a cell beside the cell. */
  show() {
    keep(this.table, this.items);
    for (const old of this.table.querySelectorAll(".unfit")) old.remove();
    this.list.replaceChildren(...this.items.map((item) => this.#line(item)));
    this.list.hidden = this.items.length === 0;
    for (const item of this.items) {
      if (!item.isIn) fieldAt(this.table, item.cell)?.append(this.#beside(item));
    }
  }

  #line(item) {
    const line = document.createElement("li");
    const where = [item.row ? `Row ${item.row}` : "", item.column].filter(Boolean).join(", ");
    line.append(`${where}: “${cut(item.text)}” – ${item.why}. `, ...this.#buttons(item));
    return line;
  }

  #beside(item) {
    const note = document.createElement("p");
    note.className = "unfit";
    note.append(`“${cut(item.text)}” ${item.why}. `, ...this.#buttons(item));
    return note;
  }

  #buttons(item) {
    const all = this.items.filter((other) => other.near && other.column === item.column && other.text === item.text);
    const more = all.length > 1 ? ` (in all ${all.length} rows)` : "";
    const take = item.near ? [button(`${item.near.label}?`, more, () => this.#take(all)), " "] : [];
    return [...take, button("Leave it out", `: ${cut(item.text)}`, () => this.#drop(item), true)];
  }

  #take(items) {
    this.items = this.items.filter((item) => !items.includes(item));
    for (const { cell, near } of items) {
      const field = fieldAt(this.table, cell);
      if (field) this.fill(field, near.value);
    }
    this.show();
    this.#focus();
    for (const { cell } of items) fieldAt(this.table, cell)?.dispatchEvent(new Event("left", { bubbles: true }));
  }

  #drop(item) {
    this.items = this.items.filter((other) => other !== item);
    const field = item.isIn ? fieldAt(this.table, item.cell) : null;
    if (field) this.fill(field, "");
    this.show();
    this.#focus();
  }

  // The button that was pressed is gone.
  #focus() {
    (this.list.querySelector("button") ?? this.list.parentElement.querySelector("button:not([hidden])"))?.focus();
  }
}

/** What was left of a table when the page was last open in this tab. */
export function keptOf(table) {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(table)) ?? "[]");
  } catch {
    return [];
  }
}

function keep(table, items) {
  try {
    if (items.length > 0) sessionStorage.setItem(nameOf(table), JSON.stringify(items));
    else sessionStorage.removeItem(nameOf(table));
  } catch {
    // Storage is full or forbidden: the list is there as long as the page is.
  }
}

function nameOf(table) {
  return `groundwork:pasted:${table.closest("form").dataset.charter}:${table.dataset.table}`;
}

function fieldAt(table, cell) {
  return cell ? table.querySelector(`[data-cell="${CSS.escape(cell)}"]`) : null;
}

function button(word, more, press, isHidden = false) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "link";
  const rest = document.createElement("span");
  rest.textContent = more;
  if (isHidden) rest.className = "visually-hidden";
  made.append(word, rest);
  made.addEventListener("click", press);
  return made;
}

function cut(text) {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
