// The edits that have not been answered yet, kept in the browser so that a crash, a closed tab or a lost
// connection loses none. Every open page has an outbox of its own; those of pages that are gone are adopted.

const PREFIX = "groundwork:outbox:";

export class Outbox {
  /** The outbox of the page `client` of `charter`. */
  constructor(charter, client, storage = window.localStorage) {
    this.family = `${PREFIX}${charter}:`;
    this.client = client;
    this.storage = storage;
    hold(this.family + client);
  }

  /** Keep `entries`, instead of those kept before; return whether the browser could. */
  keep(entries) {
    try {
      if (entries.length > 0) this.storage.setItem(this.family + this.client, JSON.stringify(entries));
      else this.storage.removeItem(this.family + this.client);
      return true;
    } catch {
      // Storage is full or forbidden: the page still has the entries, and says that they are not safe.
      return false;
    }
  }

  /** Hand the entries of pages that are gone to `take`, which must keep them. */
  async adopt(take) {
    for (const key of this.#others()) {
      await ifNobodyHolds(key, () => {
        take(read(this.storage, key));
        this.storage.removeItem(key);
      });
    }
  }

  #others() {
    try {
      return Object.keys(this.storage).filter((key) => key.startsWith(this.family) && !key.endsWith(this.client));
    } catch {
      return [];
    }
  }
}

function read(storage, key) {
  try {
    const entries = JSON.parse(storage.getItem(key) ?? "[]");
    return Array.isArray(entries) ? entries : [];
  } catch {
    return [];
  }
}

// A page holds a lock as long as it lives. Without locks (plain HTTP from another machine) every other page
// counts as gone; its edits are then sent twice, which their ids make harmless.
function hold(name) {
  navigator.locks?.request(name, () => new Promise(() => {}));
}

async function ifNobodyHolds(name, act) {
  if (!navigator.locks) act();
  else await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && act());
}
