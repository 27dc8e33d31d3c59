import { afterEach, expect, test } from 'vitest';
import { reconcileInThread } from './reconcile-thread.ts';

const table = {
  header: ['home', 'beds'],
  rows: [
    ['Ash', '5'],
    ['Elm', '7'],
    ['Total', '13'],
  ],
};

const threads: Promise<void>[] = [];
const watch = (worker: { once(event: 'exit', ended: () => void): unknown }) => {
  threads.push(new Promise((ended) => worker.once('exit', ended)));
};
process.on('worker', watch);
afterEach(async () => {
  await Promise.all(threads.splice(0));
});

test('a table is checked in a thread that ends with the answer', async () => {
  const { signal } = new AbortController();

  const { sentence } = await reconcileInThread(table, { signal });

  expect(sentence).toBe('No: one fault, in one check.');
  expect(threads).toHaveLength(1);
});

test('a table that takes too long is refused with what to do, and its thread ends', async () => {
  const { signal } = new AbortController();
  const rows = Array.from({ length: 2_000 }, (_, row) => ['Total', String((row * 7_919) % 997)]);
  const long = { header: ['home', 'beds'], rows };

  await expect(reconcileInThread(long, { signal, deadline: 1 })).rejects.toThrow(
    'This table takes too long to check at once. Check a smaller part of it: fewer rows or columns.',
  );
  expect(threads).toHaveLength(1);
});

test('a thread ends when nobody waits for its answer', async () => {
  const client = new AbortController();

  const answer = reconcileInThread(table, { signal: client.signal });
  client.abort();

  await expect(answer).rejects.toThrow('Nobody waits for this answer any more.');
  expect(threads).toHaveLength(1);
});

test('none is started where nobody waits', async () => {
  await expect(reconcileInThread(table, { signal: AbortSignal.abort() })).rejects.toThrow(
    'Nobody waits for this answer any more.',
  );
  expect(threads).toHaveLength(0);
});
