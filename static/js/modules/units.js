// Numbers whose unit follows a choice in the same row: the hint follows it too.

/** @param {HTMLElement} table */
export function start(table) {
  const columns = Object.entries(JSON.parse(table.dataset.units));
  table.addEventListener("change", (event) => {
    const record = event.target.closest("[data-record]");
    for (const [column, { by, units, hints }] of columns) {
      if (event.target.name !== `${record.dataset.record}/${by}`) continue;
      const unit = units[event.target.value] ?? "plain";
      const field = record.querySelector(`[data-cell="${CSS.escape(`${record.dataset.record}/${column}`)}"]`);
      field.dataset.unit = unit;
      field.querySelector(".unit-hint").textContent = hints[unit] ?? "";
    }
  });
}
