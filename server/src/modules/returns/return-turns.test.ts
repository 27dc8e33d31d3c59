import { expect, test } from 'vitest';
import { createTurns } from './return-turns.ts';

/** Work that lasts until it is told to end. */
function lasting() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const state = { begun: false };
  const work = () => {
    state.begun = true;
    return promise;
  };
  return { state, work, end: () => resolve('done') };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Work of these organisations, all of it asked for at once. */
async function asked(...organisations: readonly string[]) {
  const turns = createTurns();
  const all = organisations.map((organisation) => {
    const { work, ...one } = lasting();
    return { ...one, answer: turns.take(organisation, work) };
  });
  await soon();
  return { turns, all, begun: () => all.map(({ state }) => state.begun) };
}

test('two of one organisation are worked on at once, and do not keep others waiting', async () => {
  const { all, begun } = await asked('derby', 'derby', 'derby', 'norfolk');
  expect(begun()).toEqual([true, true, false, true]);

  all[0]?.end();
  await all[0]?.answer;
  await soon();

  expect(begun()).toEqual([true, true, true, true]);
});

test('four are worked on at once in all', async () => {
  const { all, begun } = await asked('a', 'b', 'c', 'd', 'e');
  expect(begun()).toEqual([true, true, true, true, false]);

  all[2]?.end();
  await all[2]?.answer;
  await soon();

  expect(begun()).toEqual([true, true, true, true, true]);
});

test('two organisations do not take all of them', async () => {
  const { all, begun } = await asked('a', 'a', 'b', 'b', 'c');
  expect(begun()).toEqual([true, true, true, false, true]);

  all[0]?.end();
  await all[0]?.answer;
  await soon();
  expect(begun()).toEqual([true, true, true, false, true]);

  all[4]?.end();
  await all[4]?.answer;
  await soon();
  expect(begun()).toEqual([true, true, true, true, true]);
});

test('ten of one organisation wait, and no more', async () => {
  const { turns } = await asked(...Array.from({ length: 12 }, () => 'derby'));

  await expect(turns.take('derby', lasting().work)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a turn ends with work that fails', async () => {
  const turns = createTurns();
  const fails = () => Promise.reject(new Error('no'));

  await expect(turns.take('derby', fails)).rejects.toThrow('no');
  await expect(turns.take('derby', fails)).rejects.toThrow('no');
  await expect(turns.take('derby', fails)).rejects.toThrow('no');
});
