import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalIn, refusalOf, send } from '../testkit/requests.ts';
import { at, buyer, bystander, freshBuying, givenContract, givenFramework } from './buying.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);

interface Radar {
  readonly sentence: string;
  readonly items: readonly {
    readonly kind: string;
    readonly reference: string;
    readonly extendedTo: string;
    readonly dates: readonly { readonly kind: string; readonly on: string }[];
  }[];
  readonly overlaps: readonly { readonly sentence: string }[];
}

const radar = async (account: string, narrowed = ''): Promise<Radar> => {
  const { data } = await app.as<{ recommissioning: Radar }>(
    account,
    `{ recommissioning(consortium: "d2n2"${narrowed}) {
      sentence items { kind reference extendedTo authority { name } dates { kind on sentence } }
      overlaps { from until sentence contract { reference } framework { reference } }
    } }`,
  );
  if (!data) throw new Error('refused');
  return data.recommissioning;
};

const days = ({ items }: Radar) =>
  items.map(
    ({ reference, dates }) =>
      `${reference}: ${dates.map(({ kind, on }) => `${on} ${kind}`).join(', ')}`,
  );

describe('the recommissioning radar', () => {
  test('has what falls due of frameworks and contracts, and what runs beside each other', async () => {
    await givenFramework(app);
    await givenContract(app);
    const seen = await radar(buyer);

    expect(days(seen)).toEqual([
      'T-1: 2026-10-01 REOPENING, 2027-09-30 RECOMMISSION_START, 2028-09-30 EXTENSION_DECISION, 2028-12-31 NOTICE_BY, 2029-03-31 END',
      'BLOCK-T-1: 2026-12-31 NOTICE_BY, 2027-03-31 EXTENSION_DECISION, 2027-06-30 END, 2028-06-30 LAST_POSSIBLE_END',
    ]);
    expect(seen.overlaps).toEqual([
      {
        from: '2026-06-15',
        until: '2027-06-30',
        contract: { reference: 'BLOCK-T-1' },
        framework: { reference: 'T-1' },
        sentence:
          'The provider of BLOCK-T-1 is also on T-1, which goes on until 31 March 2029: when the block ends on 30 June 2027, its beds can be called off there.',
      },
    ]);
    expect(seen.sentence).toBe(
      '1 framework and 1 block contract end in this time. Next, on 1 October 2026: A test of frameworks opens to further providers. 1 block contract runs beside a framework that the provider is on.',
    );
  });

  test('shows to others the framework’s public days alone', async () => {
    await givenFramework(app);
    await givenContract(app);
    const seen = await radar(bystander, ', months: 6');

    expect(days(seen)).toEqual(['T-1: 2026-10-01 REOPENING']);
    expect(seen.overlaps).toEqual([]);
  });

  test('asks once who is on all of its frameworks, however many there are', async () => {
    await givenFramework(app);
    await givenFramework(app, { reference: 'T-2' });
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    const seen = await radar(buyer);
    const texts = asked.mock.calls.map(([statement]) => (statement as { text?: string }).text);
    asked.mockRestore();

    expect(seen.items.map(({ reference }) => reference)).toEqual(['T-1', 'T-2']);
    expect(texts.filter((text) => text?.includes('FROM "public"."framework_award"'))).toHaveLength(
      1,
    );
  });

  test('is of the time asked for', async () => {
    await givenFramework(app);

    expect(days(await radar(buyer, ', from: "2029-01-01", months: 6'))).toEqual([
      'T-1: 2029-03-31 END',
    ]);
    const answer = await app.as(
      buyer,
      '{ recommissioning(consortium: "d2n2", months: 0) { sentence } }',
    );
    expect(refusalOf(answer)).toBe('BAD_USER_INPUT: months must be from 1 to 180.');
    const nowhere = await app.as(buyer, '{ recommissioning(consortium: "north") { sentence } }');
    expect(refusalOf(nowhere)).toBe('NOT_FOUND: There is no consortium “north”.');
  });

  test('is downloaded as a calendar, of what the reader sees', async () => {
    await givenFramework(app);
    await givenContract(app);
    const file = (account: string, code = 'd2n2') =>
      send(app, `/exports/recommissioning/${code}.ics`, { headers: app.credentialsOf(account) });

    const response = await file(buyer);
    const calendar = await response.text();
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('recommissioning-d2n2.ics');
    expect(calendar).toContain('X-WR-CALNAME:Frameworks and contracts of D2N2');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261001');
    expect(calendar).toContain('BLOCK-T-1');
    expect(calendar.replaceAll('\r\n ', '')).toContain(
      'DESCRIPTION:BLOCK-T-1: Block contract BLOCK-T-1 (4 beds). Synthetic: made up for a demonstration.',
    );
    expect(await (await file(bystander)).text()).not.toContain('BLOCK-T-1');
    expect(await refusalIn(await file(buyer, 'north'))).toContain(
      'NOT_FOUND: There is no consortium “north”.',
    );
    expect((await file('reviewer.d2n2')).status).toBe(403);
  });
});
