import { describe, expect, test } from 'vitest';
import { namedAgreement } from './named-agreement.ts';

const agreement = (reference: string, version: number, status: string) => ({
  id: `${reference} ${version}`,
  reference,
  version,
  status,
});
const known = [
  agreement('D2N2/2026/1', 1, 'ACTIVE'),
  agreement('D2N2/2026/12', 1, 'SUPERSEDED'),
  agreement('D2N2/2026/12', 2, 'ACTIVE'),
  agreement('D2N2/2026/12', 3, 'PROPOSED'),
];

describe('the agreement that a sentence names', () => {
  test('is the version it names', () => {
    expect(namedAgreement('by agreement D2N2/2026/12 version 1.', known)?.version).toBe(1);
  });

  test('is the version in force where it names none', () => {
    expect(namedAgreement('D2N2/2026/12, “Costs”, until 31 March 2028.', known)?.version).toBe(2);
  });

  test('is not one whose reference begins the same', () => {
    expect(namedAgreement('Derby has not signed D2N2/2026/1.', known)?.id).toBe('D2N2/2026/1 1');
  });

  test('is none where the sentence names none', () => {
    expect(namedAgreement('public', known)).toBeNull();
  });
});
