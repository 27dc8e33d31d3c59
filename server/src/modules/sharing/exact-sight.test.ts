import { describe, expect, test } from 'vitest';
import type { Sight } from './exact-sight.ts';
import { ExactSight } from './exact-sight.ts';

const sight = (of: Partial<Sight>): Sight => ({
  authorityCode: 'E06000015',
  dataset: 'fostering',
  level: 'EXACT',
  since: '2021-01-01',
  agreement: { id: 'a', version: 1 },
  tenantId: 'derby',
  why: 'because of a',
  ...of,
});

const records = sight({ level: 'RECORDS', since: '2026-04-01', why: 'because of b' });
const exact = sight({});
const hub = { authorityCodes: [] };

describe('exact sight', () => {
  test('is by the agreement that gives most, as far back as that says', () => {
    const seen = new ExactSight(hub, [records, exact]);

    expect(seen.of('E06000015', 'fostering', '2026-04-30')).toBe(records);
    expect(seen.of('E06000015', 'fostering', '2026-03-31')).toBe(exact);
    expect(seen.of('E06000015', 'fostering', '2020-12-31')).toBeNull();
  });

  test('includes the first day of an agreement’s history', () => {
    expect(new ExactSight(hub, [exact]).of('E06000015', 'fostering', '2021-01-01')).toBe(exact);
  });

  test('is not of another dataset or authority, nor of what is only released', () => {
    const seen = new ExactSight(hub, [exact, sight({ dataset: 'costs', level: 'RELEASED' })]);

    expect(seen.of('E06000015', 'costs', '2026-04-30')).toBeNull();
    expect(seen.of('E06000018', 'fostering', '2026-04-30')).toBeNull();
  });

  test('of one’s own authorities needs no agreement', () => {
    const seen = new ExactSight({ authorityCodes: ['E06000015'] }, [exact]);

    expect(seen.of('E06000015', 'costs', '1999-12-31')).toBe('own');
    expect(seen.shown('EXACT')).toEqual([]);
  });

  test('is of one organisation where two hold the same authority’s data', () => {
    const other = sight({ tenantId: 'somebody else', since: '2001-01-01' });
    const seen = new ExactSight(hub, [exact, other]);

    expect(seen.of('E06000015', 'fostering', '2010-01-31')).toBeNull();
    expect(seen.shown('EXACT')).toMatchObject([{ tenantId: 'derby', since: '2021-01-01' }]);
  });

  test('reaches as far back as any agreement; records only as far as records are shown', () => {
    const seen = new ExactSight(hub, [records, exact]);

    expect(seen.shown('EXACT')).toMatchObject([{ since: '2021-01-01', records: true }]);
    expect(seen.shown('RECORDS')).toMatchObject([{ since: '2026-04-01', records: true }]);
  });
});
