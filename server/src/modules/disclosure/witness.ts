import type { AttackerView } from './attacker-view.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * Another table of whole numbers that agrees with all that is shown, as its difference from the true one: proof that
 * nobody who does not know a changed variable, or a bound it breaks, can rule it out.
 */
export interface Witness {
  readonly variables: Int32Array;
  readonly changes: Int32Array;
  /** The rows whose sum it changes, and by how much. */
  readonly rows: Int32Array;
  readonly rowChanges: Int32Array;
}

/** A witness from what it changes. Null: it does not agree with all that is shown. Looks at everything it touches. */
export function witnessOf(
  knowledge: Knowledge,
  change: Iterable<readonly [variable: number, change: number]>,
): Witness | null {
  const changed = [...change].filter(([, by]) => by !== 0);
  const sums = new Map<number, number>();
  for (const [variable, by] of changed) {
    if (!Number.isSafeInteger(by) || (knowledge.values[variable] ?? 0) + by < 0) return null;
    if (knowledge.nought[variable] === 1) return null;
    addTo(sums, knowledge, variable, by);
  }
  const touched = [...sums].filter(([, by]) => by !== 0);
  const witness = {
    variables: Int32Array.from(changed, ([variable]) => variable),
    changes: Int32Array.from(changed, ([, by]) => by),
    rows: Int32Array.from(touched, ([row]) => row),
    rowChanges: Int32Array.from(touched, ([, by]) => by),
  };
  return agrees(knowledge, witness) ? witness : null;
}

function addTo(sums: Map<number, number>, knowledge: Knowledge, variable: number, by: number) {
  const rows = knowledge.rowsOf[variable] ?? new Int32Array();
  const signs = knowledge.signsOf[variable] ?? new Int8Array();
  for (const [nth, row] of rows.entries()) {
    sums.set(row, (sums.get(row) ?? 0) + by * (signs[nth] ?? 0));
  }
}

/** Whether a witness agrees with what is shown now. */
export function agrees({ rows }: Knowledge, witness: Witness): boolean {
  return witness.rows.every((index, nth) => {
    const row = rows[index];
    const sum = (row?.sum ?? 0) + (witness.rowChanges[nth] ?? 0);
    return row !== undefined && sum >= row.least && sum <= row.most;
  });
}

/** Whether a witness also agrees with what this attacker knows besides. */
export function isPossibleFor(
  { fixed, floor }: AttackerView,
  { variables, changes }: Witness,
  values: Int32Array,
): boolean {
  return variables.every(
    (variable, nth) =>
      fixed[variable] === 0 &&
      (values[variable] ?? 0) + (changes[nth] ?? 0) >= (floor[variable] ?? 0),
  );
}
