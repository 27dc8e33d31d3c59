import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection, waitBefore } from './connection.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T14:02:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('pauses between tries grow, up to a quarter of a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(waitBefore)).toEqual([1, 2, 4, 8, 15, 15, 15]);
});

describe('contact with the server', () => {
  test('is lost when it does not answer, and says when it last did', () => {
    const connection = new Connection(() => Promise.resolve(false));
    connection.heard();
    vi.advanceTimersByTime(5000);

    connection.failed();

    expect(connection.read()).toEqual({
      status: 'lost',
      lastHeard: new Date('2026-11-22T14:02:00Z'),
    });
  });

  test('is regained by itself, and what was on the screen is asked for again', async () => {
    const ready = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false);
    ready.mockResolvedValue(true);
    const again = vi.fn();
    const connection = new Connection(ready);
    connection.onRegained(again);
    connection.failed();

    await vi.advanceTimersByTimeAsync(3000);

    expect(ready).toHaveBeenCalledTimes(2);
    expect(connection.read().status).toBe('regained');
    expect(again).toHaveBeenCalledTimes(1);
  });

  test('is said to be regained where two tries find it at a time', async () => {
    const connection = new Connection(() => Promise.resolve(true));
    connection.failed();

    await Promise.all([connection.tryNow(), connection.tryNow()]);

    expect(connection.read().status).toBe('regained');
  });

  test('is quiet again some seconds after it was regained', async () => {
    const connection = new Connection(() => Promise.resolve(true));
    connection.failed();

    await vi.advanceTimersByTimeAsync(14_000);

    expect(connection.read().status).toBe('connected');
  });

  test('is quiet again then also while the server answers all the time', async () => {
    const connection = new Connection(() => Promise.resolve(true));
    connection.failed();
    await vi.advanceTimersByTimeAsync(2_000);

    await vi.advanceTimersByTimeAsync(6_000);
    connection.heard();
    await vi.advanceTimersByTimeAsync(6_000);

    expect(connection.read().status).toBe('connected');
  });

  test('is found lost without anybody pressing anything', async () => {
    const connection = new Connection(() => Promise.resolve(false));
    connection.heard();

    await vi.advanceTimersByTimeAsync(21_000);

    expect(connection.read().status).toBe('lost');
  });

  test('tells watchers of changes only', () => {
    const watcher = vi.fn();
    const connection = new Connection(() => Promise.resolve(true));
    connection.watch(watcher);

    connection.heard();
    connection.failed();
    connection.failed();

    expect(watcher).toHaveBeenCalledTimes(1);
  });
});
