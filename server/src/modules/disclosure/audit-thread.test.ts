import { describe, expect, test } from 'vitest';
import { protectInThread } from './audit-thread.ts';
import { protect } from './protect.ts';
import { AuditFailed } from './release-problem.ts';
import { tableOf } from './table.fixture.ts';

const lines = [
  [20, 9],
  [30, 7],
  [40, 0],
];

describe('an audit in a thread', () => {
  test('ends as one without', async () => {
    const problem = tableOf(lines);
    const stages = new Set<string>();

    const { shown } = await protectInThread(problem, { report: ({ stage }) => stages.add(stage) });

    expect(shown).toEqual((await protect(problem)).shown);
    expect([...stages]).toContain('auditing');
  });

  test('says why a release is refused', async () => {
    const problem = tableOf(lines, { '1|1': { earlier: [{ least: 6, most: 8 }] } });

    const error = await protectInThread(problem).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(AuditFailed);
    expect(error).toMatchObject({
      attacker: 'everybody',
      why: expect.stringContaining(
        'earlier releases say too much of them; a draft among these can be withdrawn',
      ),
    });
  });

  test('says nothing of what it broke off at', async () => {
    const problem = tableOf(lines, { '1|1': { earlier: [{ least: 12_345, most: 12_345 }] } });

    await expect(protectInThread(problem)).rejects.toEqual(new Error('The audit broke off.'));
  });

  test('ends at once where it is stopped', async () => {
    const stopping = new AbortController();
    const working = protectInThread(tableOf(lines), { signal: stopping.signal });
    const reason = new Error('Stopped.');

    stopping.abort(reason);

    await expect(working).rejects.toBe(reason);
  });
});
