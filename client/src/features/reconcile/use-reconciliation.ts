import type {
  PrintedTable,
  Reconciliation,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { useEffect, useState } from 'react';
import type { AddUpChoices } from './AddUpReading.tsx';
import type { AddUpTable } from './add-up-source.ts';

/** How long a table may take. Unit: milliseconds. */
const deadline = 10_000;

const tooLong =
  'This table takes too long to check at once. Check a smaller part of it: fewer rows or columns.';
const notHere = 'The table could not be checked in this browser. Check a smaller part of it.';

interface Answer {
  readonly of: AddUpTable;
  readonly choices: AddUpChoices | undefined;
  readonly result: Reconciliation | null;
  readonly problem: string | null;
}

/** Checks a table in a worker of this page: it goes nowhere. While it is checked anew, the result before is still told. */
export function useReconciliation(table: AddUpTable | null, choices: AddUpChoices | undefined) {
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (!table) return;
    const worker = new Worker(new URL('./add-up-worker.ts', import.meta.url), { type: 'module' });
    const end = (found: Pick<Answer, 'result' | 'problem'>) => {
      stop();
      setAnswer({ of: table, choices, ...found });
    };
    const fail = (problem: string) => end({ result: null, problem });
    const timer = setTimeout(() => fail(tooLong), deadline);
    const stop = () => {
      clearTimeout(timer);
      worker.terminate();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Reconciliation>) =>
      end({ result: data, problem: null }),
    );
    worker.addEventListener('error', () => fail(notHere));
    const { header, rows } = table;
    worker.postMessage({ header, rows, ...choices } satisfies PrintedTable);
    return stop;
  }, [table, choices]);

  const own = answer?.of === table ? answer : null;
  return {
    isChecking: table !== null && (own === null || own.choices !== choices),
    result: own?.result ?? null,
    problem: own?.problem ?? null,
  };
}
