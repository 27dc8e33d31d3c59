import { reconcile } from '@sufficiency/shared/returns/reconcile/reconcile.ts';
import type {
  PrintedTable,
  Reconciliation,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';

// A thread of its own: a large table can take seconds, in which the page would not answer.
const answer = (found: Reconciliation) => postMessage(found);

addEventListener('message', ({ data }: MessageEvent<PrintedTable>) => answer(reconcile(data)));
