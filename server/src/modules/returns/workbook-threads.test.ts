import { expect, test } from 'vitest';
import { inWorkbookThread } from './workbook-threads.ts';

/** Workbooks of an organisation that stay open until they are closed. */
function opened(organisationId: string, count: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const begun: number[] = [];
  const answers = Array.from({ length: count }, (_, index) =>
    inWorkbookThread('marking', { organisationId, task: {} }, (worker) => {
      // There is nothing in it to mark.
      worker.on('error', () => undefined);
      begun.push(index);
      return promise;
    }),
  );
  return { begun, answers, close: resolve };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('one workbook of an organisation is opened at a time, and keeps no other organisation waiting', async () => {
  const derby = opened('derby', 2);
  const norfolk = opened('norfolk', 1);
  await soon();

  expect(derby.begun).toEqual([0]);
  expect(norfolk.begun).toEqual([0]);

  derby.close();
  norfolk.close();
  await Promise.all([...derby.answers, ...norfolk.answers]);
  expect(derby.begun).toEqual([0, 1]);
});

test('ten of one organisation wait, and no more', async () => {
  const derby = opened('derby', 11);
  const [refused] = opened('derby', 1).answers;

  await expect(refused).rejects.toMatchObject({ code: 'CONFLICT' });
  derby.close();
  await Promise.all(derby.answers);
});
