import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { codes, collected, forgetReturns, givenReturn } from '../indicators/own-figures.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeAgreement, forgetAgreements } from './agreements.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

beforeAll(async () => {
  await forgetAgreements(app.db);
  await forgetReturns(app.db);
  await arrangeAgreement(app.db, { id: randomUUID(), reference: 'D2N2/T/9' });
  for (const authority of ['derby', 'derbyshire'] as const) {
    await givenReturn(app.db, {
      authority,
      period: '2026-05',
      figures: [{ indicator: collected.approvals, value: 120 }],
    });
  }
});

const COMPARE = `query ($input: ComparisonInput!) {
  comparison(input: $input) {
    rows { cells { code figure { text agreement { reference version status } } } }
  }
}`;

interface Compared {
  readonly comparison: {
    readonly rows: readonly {
      readonly cells: readonly { readonly code: string; readonly figure: unknown }[];
    }[];
  };
}

/** What an account sees of May 2026, by the authority's code. */
async function figuresOf(account: string, indicator: string, period: string) {
  const input = { consortium: 'd2n2', indicators: [indicator], period };
  const { data } = await app.as<Compared>(account, COMPARE, { input });
  const cells = data?.comparison.rows[0]?.cells ?? [];
  return Object.fromEntries(cells.map(({ code, figure }) => [code, figure]));
}

test('a figure of somebody else names the agreement that lets it be seen', async () => {
  const figures = await figuresOf('hub-analyst.d2n2', collected.approvals, '2026-05');

  expect(figures[codes.derby]).toEqual({
    text: '120',
    agreement: { reference: 'D2N2/T/9', version: 1, status: 'ACTIVE' },
  });
});

test('a figure that is not shared names none, whether or not there is one', async () => {
  const figures = await figuresOf('hub-analyst.d2n2', collected.approvals, '2026-05');

  expect(figures[codes.derbyshire]).toEqual({ text: 'x', agreement: null });
  expect(figures[codes.nottinghamshire]).toEqual({ text: 'x', agreement: null });
});

test('own and public figures need none', async () => {
  const own = await figuresOf('commissioner.derby', collected.approvals, '2026-05');
  const open = await figuresOf('commissioner.derby', 'cla-rate', '2025');

  expect(own[codes.derby]).toEqual({ text: '120', agreement: null });
  expect(open[codes.derbyshire]).toEqual({ text: '66', agreement: null });
});
