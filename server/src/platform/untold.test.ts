import { describe, expect, test } from 'vitest';
import { Untold } from './untold.ts';

function takeAll(untold: Untold): unknown[] {
  const told: unknown[] = [];
  for (let next = untold.take(); next !== undefined; next = untold.take()) told.push(next);
  return told;
}

function untoldOf(ids: Iterable<string | null>): Untold {
  const untold = new Untold();
  for (const id of ids) untold.add(id);
  return untold;
}

const numbers = (length: number) => Array.from({ length }, (_, number) => `${number}`);

describe('what is still to be told', () => {
  test('is each id once, in the order in which they first came', () => {
    expect(takeAll(untoldOf(['b', 'a', 'b', 'c', 'a']))).toEqual(['b', 'a', 'c']);
  });

  test('is null alone once anything may have changed', () => {
    expect(takeAll(untoldOf(['a', null, 'b']))).toEqual([null]);
  });

  test('is a thousand ids one by one, and more of them as null', () => {
    expect(takeAll(untoldOf(numbers(1_000)))).toEqual(numbers(1_000));
    expect(takeAll(untoldOf(numbers(1_001)))).toEqual([null]);
  });

  test('comes again after it was taken', () => {
    const untold = untoldOf(['a']);
    untold.take();
    expect(untold.isEmpty).toBe(true);

    untold.add('a');

    expect(untold.take()).toBe('a');
  });
});
