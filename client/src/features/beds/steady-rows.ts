/** A row that a list once held, where it stood then. */
export interface SteadyRow<Row> {
  readonly row: Row;
  /** Whether the list holds it no more: it stays as it last was. */
  readonly isGone: boolean;
}

/** Rows as they are now, each where it stood; one that has gone stays in its place, and new ones come last. */
export function steadyRows<Row>(
  before: readonly SteadyRow<Row>[],
  now: readonly Row[],
  keyOf: (row: Row) => string,
): SteadyRow<Row>[] {
  const left = new Map(now.map((row) => [keyOf(row), row]));
  const stood = before.map(({ row }) => {
    const key = keyOf(row);
    const present = left.get(key);
    left.delete(key);
    return { row: present ?? row, isGone: present === undefined };
  });
  return [...stood, ...[...left.values()].map((row) => ({ row, isGone: false }))];
}
