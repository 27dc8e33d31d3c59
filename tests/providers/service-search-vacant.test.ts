import { beforeEach, expect, test } from 'vitest';
import { logOf } from '../audit/log.ts';
import { arrangeHomes, otherProvider } from '../beds/homes.ts';
import { arrangeBeds, at } from '../beds/vacancy-homes.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import type { Input } from './searching.ts';
import { ask } from './searching.ts';

const app = await testApp({ clock: clockAt(at) });

const full = [{ state: 'OCCUPIED' }];

beforeEach(async () => {
  await arrangeHomes(app, [
    { urn: '9994001', area: 'derby' },
    { urn: '9994002', area: 'derby', places: full },
    { urn: '9994003', area: 'nottingham' },
    { urn: '9994004', area: 'nottingham', places: [{ block: 'nottingham' }] },
    { urn: '9994005', area: 'derbyshire' },
  ]);
  await arrangeBeds(app.db);
  await app.db.query('truncate audit_event, audit_link');
});

async function found(account: string, said: Input = {}) {
  const { data, errors } = await ask(app, { vacant: true, ...said }, {}, account);
  if (!data) throw new Error(JSON.stringify(errors));
  const { totalCount, edges, facets } = data.services;
  const services = facets.map(({ name, values, others }) => [
    ...[name, others + values.reduce((sum, value) => sum + value.services, 0)],
  ]);
  return { totalCount, urns: edges.map(({ node }) => node.urn).sort(), facets: services };
}

const everyFacet = (services: number) =>
  ['PROVISION_TYPE', 'AUTHORITY', 'GROUP', 'JUDGEMENT', 'IN_HOUSE'].map((name) => [name, services]);

test('services with a vacancy are those of which one can have a place, in every count', async () => {
  expect(await found('placement-officer.derby')).toEqual({
    ...{ totalCount: 2, urns: ['9994001', '9994003'], facets: everyFacet(2) },
  });
  // The block is its own.
  expect(await found('placement-officer.nottingham')).toEqual({
    ...{ totalCount: 3, urns: ['9994001', '9994003', '9994004'], facets: everyFacet(3) },
  });
  expect(await found('commissioner.derby')).toEqual({
    ...{ totalCount: 1, urns: ['9994001'], facets: everyFacet(1) },
  });
});

test('no filter, count or facet tells of homes that one does not see', async () => {
  const nothing = { totalCount: 0, urns: [], facets: everyFacet(0) };

  expect(await found('commissioner.dudley')).toEqual(nothing);
  expect(await found('placement-officer.derby', { text: '9994004' })).toEqual(nothing);
  expect(await found('placement-officer.derby', { authorities: ['E10000007'] })).toMatchObject({
    totalCount: 0,
  });
});

test('whoever looks for no homes is told so, instead of being shown none', async () => {
  for (const account of [otherProvider, 'approver.derby', 'hub-analyst.d2n2']) {
    const answer = await ask(app, { vacant: true }, {}, account);
    expect(refusalOf(answer)).toMatch(/^FORBIDDEN/);
    expect(answer.data?.services ?? null).toBeNull();
    // Before anything else is looked at.
    const unknown = await ask(app, { vacant: true, authorities: ['E99999999'] }, {}, account);
    expect(refusalOf(unknown)).toMatch(/^FORBIDDEN/);
  }
});

test('whose homes were looked through is told to their logs', async () => {
  await found('placement-officer.derby');

  const log = await logOf(app, 'nottingham');
  expect(log.map(({ type, account, details }) => [type, account, details['dataset']])).toEqual([
    ['figures.read', 'placement-officer.derby', 'beds'],
  ]);
});
