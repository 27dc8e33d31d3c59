import { expect, test } from 'vitest';
import { sendingWords } from './sending-progress.ts';

const sent = { sent: 10_000_000, total: 10_000_000 };

test.each([
  [{ upload: null, server: null }, 'Sending', null],
  [
    { upload: { sent: 3_200_000, total: 10_000_000 }, server: null },
    'Sent 3.2 of 10 MB',
    10_000_000,
  ],
  [{ upload: sent, server: null }, 'Waiting for the server', null],
  [
    { upload: sent, server: { stage: 'reading', done: 5_000_000, total: 10_000_000 } },
    'Reading it: 5 of 10 MB',
    10_000_000,
  ],
  [{ upload: sent, server: { stage: 'checking', done: 0, total: null } }, 'Checking it', null],
  [
    { upload: sent, server: { stage: 'failed', done: 0, total: null } },
    'Waiting for the server',
    null,
  ],
])('%o', (progress, words, total) => {
  expect(sendingWords(progress)).toMatchObject({ words, total });
});
