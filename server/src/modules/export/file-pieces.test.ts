import { setTimeout as pass } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inPieces } from './file-pieces.ts';

const content = Buffer.alloc(3_000_000, 7);

/** The file on its way, and whether it was said to have left. */
function leaving(pace?: { grace: number; slowest: number }) {
  const state = { sent: 0 };
  const tell = () => {
    state.sent += 1;
  };
  return { state, stream: inPieces(content, tell, pace) };
}

test('a file that is taken leaves whole, and then says so', async () => {
  const { state, stream } = leaving();

  const taken = await new Response(stream).arrayBuffer();

  expect(Buffer.from(taken).equals(content)).toBe(true);
  expect(state.sent).toBe(1);
});

test('whoever leaves is not waited for', async () => {
  const { state, stream } = leaving();
  const reader = stream.getReader();
  await reader.read();

  await reader.cancel();

  expect(state.sent).toBe(1);
});

test('a file that is taken piece by piece, slower than the pace, is held no longer', async () => {
  const { state, stream } = leaving({ grace: 100, slowest: 10_000_000 });
  const reader = stream.getReader();
  const slowly = async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) await pass(60);
  };

  await expect(slowly()).rejects.toThrow('taken too slowly');
  expect(state.sent).toBe(1);
});

test('a file of which nothing is taken is held no longer', async () => {
  const { state } = leaving({ grace: 100, slowest: 125_000 });

  await pass(500);

  expect(state.sent).toBe(1);
});
