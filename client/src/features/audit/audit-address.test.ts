import { describe, expect, test } from 'vitest';
import { auditFileAddress, auditFilter, auditVariables } from './audit-address.ts';

const address = 'type=figures.read&organisation=d2n2&from=2026-10-01&to=2026-10-31';

describe('the filter of the log', () => {
  test('is what its address says', () => {
    expect(auditFilter(new URLSearchParams(address))).toEqual({
      type: 'figures.read',
      organisation: 'd2n2',
      from: '2026-10-01',
      to: '2026-10-31',
    });
  });

  test('leaves out what cannot be read', () => {
    expect(
      auditFilter(new URLSearchParams('type=nonsense&organisation=A%20B&from=2026-02-30')),
    ).toEqual({ type: null, organisation: null, from: null, to: null });
  });

  test('goes with the page', () => {
    expect(auditVariables(new URLSearchParams('type=figures.read&before=abc'))).toMatchObject({
      type: 'figures.read',
      last: 50,
      before: 'abc',
    });
  });

  test('goes with the file', () => {
    expect(auditFileAddress(auditFilter(new URLSearchParams(address)))).toBe(
      `/exports/audit.csv?${address}`,
    );
  });
});
