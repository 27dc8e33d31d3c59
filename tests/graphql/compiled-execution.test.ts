import { createContext } from '@sufficiency/server/graphql/context.ts';
import { createSchema } from '@sufficiency/server/graphql/schema.ts';
import { SignIn } from '@sufficiency/server/modules/access/sign-in.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openDatabase } from '@sufficiency/server/platform/database.ts';
import { openLive } from '@sufficiency/server/platform/live.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import { execute, parse } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { asked as askedForRelease, testWorker } from '../releases/releases.ts';
import { testApp, tokenOf } from '../testkit/app.ts';
import { clientQueries } from '../testkit/client-documents.ts';
import { post } from '../testkit/requests.ts';

/** Somebody who may ask nearly everything that the pages ask. */
const account = 'ig-lead.west-midlands';
/** Who buys, and so finds contracts and prices. */
const buyer = 'commissioner.birmingham';
/** Who recruits foster carers. */
const recruiter = 'hub-manager.d2n2';
/** Who keeps homes, and finds one. */
const placer = 'commissioner.nottinghamshire';
const app = await testApp();
const database = openDatabase({ url: app.appUrl, size: 3 });
afterAll(() => database.close());

const schema = createSchema();
const services = {
  clock: systemClock,
  signIn: new SignIn({ database, clock: systemClock, demonstration: true }),
  database,
  live: openLive({ url: app.appUrl, log: createLog('error') }),
  demonstration: true,
};

/** The same question to the same schema and database, by graphql's own interpreter. */
async function interpreted(
  asker: string,
  document: string,
  variableValues: Record<string, unknown>,
) {
  const actor = await services.signIn.actorOf({ kind: 'token', secret: tokenOf(asker) });
  const cookie = { secret: null, set: () => undefined };
  const contextValue = createContext(services, {
    actor,
    cookie,
    mode: 'read',
    signal: new AbortController().signal,
  });
  const result = await execute({ schema, document: parse(document), variableValues, contextValue });
  await contextValue.end('commit');
  return JSON.parse(JSON.stringify(result));
}

const comparison = {
  consortium: 'west-midlands',
  indicators: ['cla-rate', 'cla-outside-authority-share', 'fostering-enquiries'],
  comparators: ['england', 'region', 'statistical-neighbours', 'consortium'],
};
const series = { ...comparison, periods: 5 };

/** The id of an agreement, as the list gives it. */
async function anyAgreement(): Promise<string> {
  const list =
    '{ sharingAgreements(consortium: "west-midlands", first: 1) { edges { node { id } } } }';
  const { data } = await app.as<{
    sharingAgreements: { edges: { node: { id: string } }[] };
  }>(account, list);
  return data?.sharingAgreements.edges[0]?.node.id ?? '';
}

/** The id of a return that the account’s hub accepted. */
async function anyReturn(): Promise<string> {
  const list =
    '{ returns(filter: { dataset: "placements", period: "2026-05" }, first: 1) { edges { node { id } } } }';
  const { data } = await app.as<{ returns: { edges: { node: { id: string } }[] } }>(account, list);
  return data?.returns.edges[0]?.node.id ?? '';
}

/** The id of the first thing of a list, as a buyer finds it, or somebody else. */
async function firstOf(list: string, as = buyer): Promise<string> {
  const { data } = await app.as<Record<string, { edges: { node: { id: string } }[] }>>(
    as,
    `{ ${list} { edges { node { id } } } }`,
  );
  return Object.values(data ?? {})[0]?.edges[0]?.node.id ?? '';
}

/** Where the first page of a search ends. */
async function endOfServices(): Promise<string> {
  const page = '{ services(input: { consortium: "d2n2" }, first: 20) { pageInfo { endCursor } } }';
  const { data } = await app.as<{ services: { pageInfo: { endCursor: string } } }>(account, page);
  return data?.services.pageInfo.endCursor ?? '';
}

const recruitment = { consortium: 'd2n2', from: '2026-01', to: '2026-03' };
const { rows: years } = await app.db.query<{ year: string }>(
  `select to_char(d, 'YYYY-') || to_char(d + interval '1 year', 'YY') as year
   from (select now() - interval '3 months') as begun (d)`,
);
const enquiry = await firstOf('enquiries(filter: { consortium: "d2n2" }, first: 1)', recruiter);
const home = await firstOf('homes(consortium: "d2n2", first: 1)', placer);
const framework = await firstOf('frameworks(consortium: "west-midlands", first: 1)');

// A release that the account reads: everything in it is kept back, which does not matter here.
const release = await askedForRelease(
  app,
  { consortium: 'west-midlands', publishWhenReady: true },
  'hub-analyst.west-midlands',
);
await testWorker(app).build();

/** What each query is asked with. A query that is new to the pages must be added here. */
const variables: Record<string, Record<string, unknown>[]> = {
  OverviewPage: [{ consortium: 'west-midlands' }],
  CompareChoices: [{ consortium: 'west-midlands' }],
  Comparison: [
    { latest: comparison, series, withSeries: true },
    { latest: comparison, series, withSeries: false },
  ],
  FigureDetails: [{ input: series }],
  Viewer: [{}],
  Platform: [{}],
  SignInPage: [{}],
  SavedComparisons: [{ first: 10 }],
  AboutData: [{}],
  SharingMatrix: [{ consortium: 'west-midlands' }],
  SharingOrganisations: [{ consortium: 'west-midlands' }],
  SharingPreview: [{ organisation: 'birmingham', role: 'placement-officer' }],
  Agreements: [{ consortium: 'west-midlands' }],
  Agreement: [{ id: await anyAgreement() }],
  ReturnCalendar: [{ consortium: 'west-midlands' }],
  ReturnFormats: [{}],
  Releases: [{ filter: { consortium: 'west-midlands' }, first: 10 }],
  Release: [{ key: release.key }],
  ReleaseHistory: [{ key: release.key, tables: ['indicators'] }],
  ReturnCodes: [{ dataset: 'placements' }],
  ReturnReminder: [{ consortium: 'd2n2' }],
  LatestReturn: [{ authority: 'E08000025', dataset: 'placements', period: '2026-05' }],
  Return: [{ id: await anyReturn() }],
  ReturnProblems: [{ id: await anyReturn() }],
  ReturnRows: [
    { id: await anyReturn(), table: 'children-by-placement-type', first: 10, fromRow: 5 },
    { id: await anyReturn(), table: 'children-by-placement-type', last: 10 },
  ],
  ReturnTableRows: [{ id: await anyReturn(), table: 'children-by-placement-type' }],
  AuditLog: [{ first: 10 }, { type: 'session.started', organisation: 'west-midlands' }],
  AcceptedReturns: [{ filter: { dataset: 'providers' } }],
  Contract: [{ id: await firstOf('contracts(consortium: "west-midlands", first: 1)') }],
  Contracts: [{ consortium: 'west-midlands' }],
  Coverage: [{ consortium: 'west-midlands', periods: 3 }],
  Enquiries: [{ consortium: 'd2n2', filter: { consortium: 'd2n2' }, first: 10 }],
  Enquiry: [{ id: enquiry, consortium: 'd2n2' }],
  EnquiryByReference: [{ filter: { consortium: 'd2n2', reference: 'HUB' } }],
  EnquiryMembers: [{ consortium: 'd2n2' }],
  EnquiryQueries: [{ consortium: 'd2n2', first: 10 }],
  EnquiryTransfers: [{ consortium: 'd2n2', first: 10 }],
  Exposure: [{ consortium: 'west-midlands' }],
  FeeUplifts: [{}],
  Fees: [{ consortium: 'west-midlands' }],
  Flows: [{ consortium: 'west-midlands' }],
  FosteringCapacity: [{ input: recruitment }],
  FosteringClocks: [{ input: recruitment }],
  FosteringDay: [{ consortium: 'd2n2' }],
  FosteringDropOut: [{ input: recruitment }],
  FosteringForecast: [{ input: { consortium: 'd2n2', year: years[0]?.year }, consortium: 'd2n2' }],
  FosteringFunnel: [{ input: recruitment }],
  FosteringStages: [{ consortium: 'd2n2' }],
  FosteringTargets: [{ consortium: 'd2n2' }],
  Framework: [{ id: framework }],
  FrameworkChoices: [{ consortium: 'west-midlands' }],
  FrameworkMembers: [{ id: framework, first: 10 }],
  Frameworks: [{ consortium: 'west-midlands' }],
  Notices: [{ first: 10 }],
  ProviderChoice: [{ search: 'homes', synthetic: true }],
  ProviderHomes: [{ key: 'cambian-childcare-limited' }],
  PurchaseTables: [{}],
  ProviderGroup: [{ key: 'birmingham-city-council' }],
  PublishedRecruitment: [{ consortium: 'd2n2' }],
  Radar: [{ consortium: 'west-midlands', months: 36 }],
  RegisterChangeCounts: [{ consortium: 'west-midlands', synthetic: true }],
  RegisterChanges: [{ consortium: 'west-midlands', first: 10 }],
  Service: [{ urn: 'SC064050' }],
  ServiceChoices: [{ consortium: 'west-midlands' }],
  Services: [{ input: { consortium: 'west-midlands', text: 'care' }, first: 20 }],
  ServicesMore: [{ input: { consortium: 'd2n2' }, first: 20, after: await endOfServices() }],
  TargetMonths: [{ now: recruitment, before: recruitment }],
  Unread: [{}],
  Uplifts: [{ framework }],
  BedConfirmations: [{ consortium: 'd2n2' }],
  BedsDay: [{ consortium: 'd2n2', day: '2026-11-01' }],
  BedsRegion: [{ consortium: 'd2n2', wall: false }],
  BedsTrend: [
    {
      consortium: 'd2n2',
      input: { consortium: 'd2n2', from: '2026-01-01', to: '2026-03-31', step: 'MONTH' },
    },
  ],
  BlockAuthorities: [{ consortium: 'd2n2' }],
  BlockVoids: [{ input: { from: '2026-01-01', to: '2026-03-31' } }],
  Home: [{ id: home }],
  HomeChoices: [{ consortium: 'd2n2', authority: 'E10000024' }],
  HomeNights: [{ id: home, from: '2026-10-01', to: '2026-10-31' }],
  Homes: [{ consortium: 'd2n2', first: 10 }],
  StaleHomes: [{ consortium: 'd2n2' }],
  PlacesPlanned: [{ consortium: 'd2n2' }],
  PublishedOccupancy: [{}],
  ReferralCounts: [{ by: 'MONTH' }, { by: 'NEED' }],
  ReferralNotes: [{ consortium: 'd2n2', first: 10 }],
  Vacancies: [{ input: { consortium: 'd2n2', age: 13, near: 'E06000015' }, first: 10 }],
  VacancySearches: [{}],
  WhatIf: [{ consortium: 'west-midlands', group: 'birmingham-city-council' }],
};

/** Who asks what the others’ account finds nothing of. */
const askers: Readonly<Record<string, string>> = {
  Contract: buyer,
  Contracts: buyer,
  Fees: buyer,
  FeeUplifts: buyer,
  Enquiries: recruiter,
  Enquiry: recruiter,
  EnquiryByReference: recruiter,
  EnquiryMembers: recruiter,
  EnquiryQueries: recruiter,
  EnquiryTransfers: recruiter,
  FosteringCapacity: recruiter,
  FosteringClocks: recruiter,
  FosteringDay: recruiter,
  FosteringDropOut: recruiter,
  FosteringForecast: recruiter,
  FosteringFunnel: recruiter,
  FosteringStages: recruiter,
  FosteringTargets: recruiter,
  Framework: buyer,
  FrameworkMembers: buyer,
  Notices: buyer,
  PurchaseTables: buyer,
  BedConfirmations: placer,
  BedsDay: placer,
  BedsRegion: placer,
  BedsTrend: placer,
  BlockAuthorities: placer,
  BlockVoids: placer,
  Home: placer,
  HomeChoices: placer,
  HomeNights: placer,
  Homes: placer,
  StaleHomes: placer,
  PlacesPlanned: placer,
  PublishedOccupancy: placer,
  ReferralCounts: placer,
  ReferralNotes: placer,
  Vacancies: placer,
  VacancySearches: placer,
  Uplifts: buyer,
};

const queries = clientQueries();
const asked = Object.entries(variables).flatMap(([name, each]) =>
  each.map((values) => ({ name, values })),
);

describe('compiled execution', () => {
  test('is checked with every query of the pages', () => {
    expect([...queries.keys()].sort()).toEqual(Object.keys(variables).sort());
  });

  test.each(asked)('answers $name as interpreted execution does', async ({ name, values }) => {
    const document = queries.get(name) ?? '';
    const asker = askers[name] ?? account;

    const compiled = await app.as(asker, document, values);

    expect(compiled.errors).toBeUndefined();
    expect(compiled).toEqual(await interpreted(asker, document, values));
  });

  test('answers the operation that is named, each time, where a document holds several', async () => {
    const query = 'query One { viewer { account } } query Two { viewer { role } }';

    const one = await post(app, { query, operationName: 'One' }, app.credentialsOf(account));
    const two = await post(app, { query, operationName: 'Two' }, app.credentialsOf(account));

    expect(await one.json()).toEqual({ data: { viewer: { account } } });
    expect(await two.json()).toEqual({ data: { viewer: { role: 'ig-lead' } } });
  });
});
