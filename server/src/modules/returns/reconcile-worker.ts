import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { reconcile } from '@sufficiency/shared/returns/reconcile/reconcile.ts';

// A thread of its own: a table within the limits can be made so that it takes seconds to check.
if (parentPort) {
  parentPort.postMessage('ready');
  const [table] = await once(parentPort, 'message');
  parentPort.postMessage(reconcile(table));
  parentPort.close();
}
