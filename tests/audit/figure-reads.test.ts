import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codes, collected, forgetReturns, givenReturn } from '../indicators/own-figures.ts';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { rowOf } from '../testkit/comparing.ts';
import { globalId, send } from '../testkit/requests.ts';
import { emptyLogs, logOf } from './log.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });
const hub = 'hub-analyst.d2n2';
const agreement = randomUUID();
const members = ['derby', 'derbyshire', 'nottingham', 'nottinghamshire'] as const;
const kept = { records: '' };

beforeAll(async () => {
  await forgetAgreements(app.db);
  await forgetReturns(app.db);
  await arrangeAgreement(app.db, {
    id: agreement,
    parties: ['d2n2', ...members].map((organisation) => ({ organisation, signed: true })),
    items: [
      { dataset: 'fostering', recipient: 'HUB', level: 'RECORDS', historyMonths: 2 },
      { dataset: 'fostering', recipient: 'MEMBERS', level: 'RELEASED' },
    ],
  });
  kept.records = await givenReturn(app.db, {
    authority: 'derby',
    period: '2026-05',
    figures: [{ indicator: collected.approvals, value: 120 }],
  });
});

beforeEach(() => emptyLogs(app));

const asked = { indicators: [collected.approvals], authorities: [codes.derby], period: '2026-05' };

const looked = (details: object) => ({
  type: 'figures.read',
  account: hub,
  organisation: 'd2n2',
  details: {
    dataset: 'fostering',
    authorities: [codes.derby],
    indicators: [collected.approvals],
    periods: ['2026-04', '2026-05'],
    ...details,
  },
});

/** Sends a document without cells. */
const columns = (input: object) =>
  app.as(
    hub,
    `query ($input: ComparisonInput!) { comparison(input: $input) { rows { columns { values } } } }`,
    { input: { consortium: 'd2n2', ...input } },
  );

describe('looking at another organisation’s figures is in its log', () => {
  test('as cells, with the period that directions are told by', async () => {
    await rowOf(app, hub, asked);

    expect(await logOf(app, 'derby')).toEqual([looked({})]);
  });

  test('under the agreement that allowed it', async () => {
    await rowOf(app, hub, asked);

    const { rows } = await app.db.query('select agreement_id, agreement_version from audit_event');
    expect(rows).toEqual([{ agreement_id: agreement, agreement_version: 1 }]);
  });

  test('as columns', async () => {
    await columns(asked);

    expect(await logOf(app, 'derby')).toEqual([looked({ periods: ['2026-05'] })]);
  });

  test('as a file', async () => {
    const path = `/exports/comparison.csv?consortium=d2n2&indicators=${collected.approvals}&authorities=${codes.derby}&period=2026-05`;

    await send(app, path, { headers: app.credentialsOf(hub) });

    expect(await logOf(app, 'derby')).toEqual([{ ...looked({}), type: 'figures.exported' }]);
  });

  test('when a comparison is saved, which runs it', async () => {
    await app.as(
      hub,
      'mutation ($input: SaveComparisonInput!) { saveComparison(input: $input) { id } }',
      { input: { name: 'Places', visibility: 'PRIVATE', query: { consortium: 'd2n2', ...asked } } },
    );

    expect(await logOf(app, 'derby')).toEqual([looked({})]);
  });

  test.each(members)(
    'of %s, which goes into the consortium’s figure, compared or not',
    async (member) => {
      await columns({ ...asked, comparators: ['consortium'] });

      expect(await logOf(app, member)).toEqual([
        looked({ authorities: [codes[member]], periods: ['2026-05'] }),
      ]);
    },
  );

  test('whether or not there was a figure', async () => {
    await rowOf(app, hub, { ...asked, authorities: [codes.nottingham] });

    expect(await logOf(app, 'nottingham')).toEqual([looked({ authorities: [codes.nottingham] })]);
  });

  test('as far back as the agreement shows it, and no further', async () => {
    await rowOf(app, hub, { ...asked, periods: 4 });

    expect(await logOf(app, 'derby')).toEqual([looked({})]);
  });

  test('as a return, by its id', async () => {
    await app.as(hub, 'query ($id: ID!) { node(id: $id) { id } }', {
      id: globalId('Return', kept.records),
    });

    expect(await logOf(app, 'derby')).toEqual([looked({ indicators: [], periods: ['2026-05'] })]);
  });
});

describe('no log tells of', () => {
  const events = async () => (await app.db.query('select type from audit_event')).rows;

  test('looking at one’s own figures', async () => {
    await rowOf(app, 'commissioner.derby', asked);

    expect(await events()).toEqual([]);
  });

  test('asking for what is not shared', async () => {
    await rowOf(app, 'commissioner.nottingham', asked);
    await rowOf(app, 'reviewer.d2n2', { ...asked, comparators: ['consortium'] });

    expect(await events()).toEqual([]);
  });

  test('public figures', async () => {
    await rowOf(app, hub, { indicators: ['cla-rate'] });

    expect(await events()).toEqual([]);
  });
});

test('what cannot be recorded is not answered', async () => {
  await app.db.query('revoke insert on audit_event from exchange_app');

  const answer = await columns(asked);
  await app.db.query('grant insert on audit_event to exchange_app');

  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
});
