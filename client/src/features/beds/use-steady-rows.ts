import { useState } from 'react';
import type { SteadyRow } from './steady-rows.ts';
import { steadyRows } from './steady-rows.ts';

/** Rows of a list that is read again while somebody reads it: none moves, and none vanishes, until the page is opened anew. */
export function useSteadyRows<Row>(
  now: readonly Row[],
  keyOf: (row: Row) => string,
): readonly SteadyRow<Row>[] {
  const [shown, setShown] = useState(() => ({ now, rows: steadyRows([], now, keyOf) }));
  if (shown.now === now) return shown.rows;
  const rows = steadyRows(shown.rows, now, keyOf);
  setShown({ now, rows });
  return rows;
}
