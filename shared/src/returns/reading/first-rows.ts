/** Remembers in which row each key first stood, in some twenty bytes a key. */
export interface FirstRows {
  /** The row that has the key of these cells already; null where it is new, which is then remembered. */
  seen(cells: readonly string[], row: number): number | null;
}

interface Slots {
  readonly size: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** 0 where the slot is free. */
  readonly rows: Uint32Array;
}

const slots = (size: number): Slots => ({
  size,
  high: new Uint32Array(size),
  low: new Uint32Array(size),
  rows: new Uint32Array(size),
});

/** The memory is of so many parts: each grows by itself, as growing all of it at once would take a tenth of a second. */
const partBits = 8;

/**
 * An empty memory of keys, which are the cells at some positions of a row. Of a key 64 bits are kept, not its text: among a
 * million keys two are taken for one with a probability of one in thirty million.
 */
export function createFirstRows(positions: readonly number[]): FirstRows {
  const parts = Array.from({ length: 2 ** partBits }, createPart);

  return {
    seen(cells, row) {
      const high = hashOf(cells, positions, 0x01000193);
      const low = hashOf(cells, positions, 0x5bd1e995);
      return parts[high >>> (32 - partBits)]?.seen(high, low, row) ?? null;
    },
  };
}

function createPart() {
  let held = slots(8);
  let count = 0;

  return {
    seen(high: number, low: number, row: number): number | null {
      const slot = slotOf(held, high, low);
      const first = held.rows[slot] ?? 0;
      if (first > 0) return first;
      put(held, slot, { high, low, row });
      count += 1;
      if (count * 2 > held.size) held = doubled(held);
      return null;
    },
  };
}

/** FNV-1a over the letters of a key’s cells, each cell closed by a letter of its own; two primes give two hashes. */
function hashOf(cells: readonly string[], positions: readonly number[], prime: number): number {
  let hash = 0x811c9dc5;
  for (const position of positions) {
    const cell = cells[position] ?? '';
    for (let i = 0; i < cell.length; i += 1) {
      hash = Math.imul(hash ^ cell.charCodeAt(i), prime);
    }
    hash = Math.imul(hash ^ 0x1ffff, prime);
  }
  // The last letters reach the low bits only: mix them through.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Where a key is, or would be. */
function slotOf({ size, high, low, rows }: Slots, keyHigh: number, keyLow: number): number {
  let slot = keyLow & (size - 1);
  while (rows[slot] !== 0 && (high[slot] !== keyHigh || low[slot] !== keyLow)) {
    slot = (slot + 1) & (size - 1);
  }
  return slot;
}

function put(
  held: Slots,
  slot: number,
  { high, low, row }: { readonly high: number; readonly low: number; readonly row: number },
): void {
  held.high[slot] = high;
  held.low[slot] = low;
  held.rows[slot] = row;
}

function doubled(held: Slots): Slots {
  const wider = slots(held.size * 2);
  for (let slot = 0; slot < held.size; slot += 1) {
    const [high = 0, low = 0, row = 0] = [held.high[slot], held.low[slot], held.rows[slot]];
    if (row > 0) put(wider, slotOf(wider, high, low), { high, low, row });
  }
  return wider;
}
