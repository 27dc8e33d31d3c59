import { describe, expect, test } from 'vitest';
import type { StoredEvent } from './chain.ts';
import { chain, chainStart, linkHash } from './chain.ts';
import type { StoredLink } from './chain-check.ts';
import { ChainCheck, describeFinding } from './chain-check.ts';

const chainedAt = new Date('2026-06-01T09:00:02Z');

const event = (id: string): StoredEvent => ({
  tenantId: 'derby',
  id,
  type: 'figures.read',
  account: 'hub-analyst.d2n2',
  role: 'hub-analyst',
  actorOrganisationId: 'd2n2',
  agreementId: 'agreement',
  agreementVersion: 1,
  details: { dataset: 'placements', authorities: ['E06000015'] },
  occurredAt: new Date('2026-06-01T09:00:00Z'),
});

const events = ['a', 'b', 'c', 'd'].map(event);
const links = chain(chainStart, { events, chainedAt });
const stored = links.map((link, index): StoredLink => ({ ...link, event: events[index] ?? null }));
const head = stored.at(-1) as StoredLink;

/** What is found in a chain of these entries, in words. */
function findings(entries: readonly StoredLink[], anchor = head as typeof head | null): string[] {
  const check = new ChainCheck(anchor);
  for (const entry of entries) check.read(entry);
  return check.findings().map(describeFinding);
}

describe('a chain', () => {
  test('is numbered from 1, each entry after the one before', () => {
    expect(links.map(({ sequence, eventId }) => `${sequence} ${eventId}`)).toEqual([
      '1 a',
      '2 b',
      '3 c',
      '4 d',
    ]);
    expect(chain(links[1] ?? chainStart, { events: events.slice(2), chainedAt })).toEqual(
      links.slice(2),
    );
  });

  test('has the hash of its whole content, written down here once for good', () => {
    expect(links[0]?.hash).toBe('effab39f99f2f56ba2759a2573aa738bdb9aec66983ee5b747c2afad3b1c0f15');
  });

  test('does not depend on the order in which the database keeps keys', () => {
    const [first] = events as [StoredEvent];
    const turned = { ...first, details: { authorities: ['E06000015'], dataset: 'placements' } };

    expect(linkHash(chainStart.hash, { sequence: 1, chainedAt, event: turned })).toBe(
      links[0]?.hash,
    );
  });
});

describe('checking a chain', () => {
  test('finds nothing in one that is whole', () => {
    expect(findings(stored)).toEqual([]);
    expect(findings(stored, stored[1])).toEqual([]);
  });

  test('finds an entry that is gone, an event that is gone, and an end that is gone', () => {
    const [first, second, third, fourth] = stored as [
      StoredLink,
      StoredLink,
      StoredLink,
      StoredLink,
    ];

    expect(findings([first, third, fourth])).toEqual(['entry 2: gone from within the chain']);
    expect(findings([first, { ...second, event: null }, third, fourth])).toEqual([
      'entry 2: the event b is gone',
    ]);
    expect(findings([first, second])).toEqual([
      'entries 3 to 4: cut off from the end; the anchor knows them',
    ]);
    expect(findings([])).toEqual(['entries 1 to 4: cut off from the end; the anchor knows them']);
  });

  test('tells neighbours that are wrong as one', () => {
    const [first, second, third, fourth] = stored as [
      StoredLink,
      StoredLink,
      StoredLink,
      StoredLink,
    ];

    expect(
      findings([first, { ...third, sequence: 2 }, { ...second, sequence: 3 }, fourth]),
    ).toEqual([
      'entries 2 to 4: does not follow from what stands before: edited, replaced, inserted or moved (event c)',
    ]);
  });

  test('finds a chain that was written anew by its anchor only', () => {
    const anew = chain(chainStart, { events: [...events].reverse(), chainedAt });
    const entries = anew.map((link, index) => ({ ...link, event: events[3 - index] ?? null }));

    expect(findings(entries)).toEqual([
      'entries 1 to 4: written anew; the chain is not the one that was anchored',
    ]);
    expect(findings(entries, null)).toEqual([
      'entries 1 to 4: no anchor vouches for the end of this chain',
    ]);
  });
});
