import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import { countedStages } from '@sufficiency/server/modules/fostering/counted-months.service.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyst, forgetReleases, published, testWorker } from '../releases/releases.ts';
import { testApp } from '../testkit/app.ts';
import { clientQueries } from '../testkit/client-documents.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import { codes } from './arranged.ts';

const app = await testApp();
const worker = testWorker(app);

/** The month of the releases. In it Derby had three applications, by its return and by the hub's records. */
const month = '2026-05';
const [peer, reviewer, owner] = ['commissioner.nottingham', 'reviewer.d2n2', 'commissioner.derby'];
/** Of whom each reads nothing exactly. */
const others: Readonly<Record<string, readonly string[]>> = {
  [peer]: ['Derby', 'Derbyshire', 'Nottinghamshire'],
  [reviewer]: ['Derby', 'Derbyshire', 'Nottingham', 'Nottinghamshire'],
};

beforeAll(() => forgetReleases(app));

interface Figure {
  readonly value: number | null;
  readonly symbol: string | null;
  readonly text: string;
  readonly why: string;
}

interface Stage {
  readonly stage: { readonly code: string };
  readonly figure: Figure;
  readonly months: readonly Figure[];
}

interface Funnel {
  readonly period: {
    readonly rows: readonly {
      readonly group: { readonly title: string };
      readonly basis: readonly { readonly basis: string }[];
      readonly stages: readonly Stage[];
    }[];
    readonly total: readonly Stage[] | null;
  };
  readonly cohort: {
    readonly rows: readonly { readonly cohort: object | null }[];
    readonly total: object | null;
  };
}

const STAGES = `stage { code } figure { value symbol text why } months { value symbol text why }`;

async function funnelOf(account: string, said: object = {}): Promise<Funnel> {
  const answer = await app.as<{ fosteringFunnel: Funnel }>(
    account,
    `query ($input: FosteringInput!) { fosteringFunnel(input: $input) {
      period { rows { group { title } basis { basis } stages { ${STAGES} } } total { ${STAGES} } }
      cohort { rows { cohort { households } } total { households } } } }`,
    { input: { consortium: 'd2n2', from: month, to: month, ...said } },
  );
  if (!answer.data || answer.errors) throw new Error(refusalOf(answer));
  return answer.data.fosteringFunnel;
}

/** Figures of a month's funnel, by authority and stage: `{ 'Derby APPLICATION': 'c' }`. */
async function shown(account: string, said: object = {}): Promise<Record<string, Figure>> {
  const { period } = await funnelOf(account, said);
  return Object.fromEntries(
    period.rows.flatMap(({ group, stages }) =>
      stages.map(({ stage, figure }) => [`${group.title} ${stage.code}`, figure]),
    ),
  );
}

/** What the release for an audience prints of what returns count, to its hub: `{ 'Derby APPLICATION': 'c' }`. */
async function printed(audience: string): Promise<Record<string, string>> {
  const answer = await app.as<{
    release: {
      tables: { rows: { codes: string[]; cells: { subject: string; text: string }[] }[] }[];
    };
  }>(
    analyst,
    `{ release(key: "d2n2/fostering/${month}/${audience}/1") {
       tables(names: ["indicators"]) { rows { codes cells { subject text } } } } }`,
  );
  const rows = answer.data?.release.tables[0]?.rows ?? expect.fail(refusalOf(answer));
  return Object.fromEntries(
    [...countedStages].flatMap(([stage, indicator]) =>
      rows
        .filter((row) => row.codes.includes(indicator))
        .flatMap(({ cells }) => cells.map(({ subject, text }) => [`${subject} ${stage}`, text])),
    ),
  );
}

describe.each([
  [peer, 'members', /^released for members, May 2026, version 1; (kept back: .+; )?D2N2\/01, /],
  [
    reviewer,
    'reviewers',
    /^released for reviewers, May 2026, version 1; (kept back: .+; )?D2N2\/01, /,
  ],
])('the funnel as %s reads it', (account, audience, why) => {
  beforeAll(async () => {
    const input = { period: month, audience: audience.toUpperCase() };
    await published(app, worker, input, protect);
  }, 60_000);

  test('has the cells of the release, each with where it is from', async () => {
    const figures = await shown(account);
    const cells = await printed(audience);

    const places = (others[account] ?? []).flatMap((name) =>
      [...countedStages.keys()].map((stage) => `${name} ${stage}`),
    );
    expect(places.map((place) => [place, figures[place]?.text])).toEqual(
      places.map((place) => [place, cells[place]]),
    );
    expect(places.filter((place) => !why.test(figures[place]?.why ?? ''))).toEqual([]);
    const values = places.flatMap((place) => figures[place]?.value ?? []);
    expect(values.filter((value) => value > 0).length).toBeGreaterThan(3);
    expect(values.filter((value) => value % 5 !== 0)).toEqual([]);
  });

  test('has every stage that returns count', () => {
    expect([...countedStages.keys()]).toEqual([
      ...['RECEIVED', 'INITIAL-VISIT', 'APPLICATION', 'STAGE1-START', 'STAGE2-START', 'PANEL'],
      'APPROVAL',
    ]);
  });

  test('says of stages that no return counts why there is no figure', async () => {
    const figures = await shown(account);

    expect(figures['Derby FIRST-RESPONSE']).toMatchObject({
      value: null,
      why: 'not available: no events are recorded of this month, and returns do not count this stage',
    });
  });

  test('keeps a stage of three households back, and has nothing that adds up to it', async () => {
    const { period, cohort } = await funnelOf(account, { from: '2026-03', to: '2026-07' });
    const derby = period.rows.find(({ group }) => group.title === 'Derby') ?? expect.fail();
    const applied = derby.stages.find(({ stage }) => stage.code === 'APPLICATION') ?? expect.fail();

    expect((await shown(account))['Derby APPLICATION']).toMatchObject({ value: null, symbol: 'c' });
    expect(applied.months.map(({ symbol }) => symbol)).toEqual(['x', 'x', 'c', 'x', 'x']);
    expect(derby.stages.map(({ figure }) => figure.value)).toEqual(derby.stages.map(() => null));
    expect([period.total, cohort.total]).toEqual([null, null]);
    // Nor is anything told by source, campaign or type, or of one type alone: releases are of authorities.
    for (const said of [{ householdTypes: ['MAINSTREAM'] }, { sources: ['WEB'] }]) {
      const narrowed = await shown(account, { ...said, authorities: [codes.derby] });
      expect(Object.values(narrowed).flatMap(({ value }) => value ?? [])).toEqual([]);
    }
  });
});

/** Ways of asking, for queries that ask for some households. */
const inputs = [
  {},
  { from: month, to: month },
  { from: '2025-11', to: '2026-10', authorities: [codes.derby] },
  { authorities: [codes.derby, codes.nottingham] },
  { householdTypes: ['MAINSTREAM'] },
  { by: 'SOURCE' },
  { by: 'HOUSEHOLD_TYPE', from: month, to: month },
].map((said) => ({ consortium: 'd2n2', ...said }));

/** Every query of the pages about fostering, as they send it. */
const asked = [...clientQueries()]
  .filter(([name]) => /Foster|Enquir|Recruit|Forecast|Target/.test(name))
  .flatMap(([name, document]) =>
    (document.includes('FosteringInput!') ? inputs : inputs.slice(0, 1)).map((input) => ({
      name: `${name} ${JSON.stringify(input)}`,
      document,
      input,
    })),
  );

/** All that an account is answered, query by query; of what is refused, why. */
async function everything(account: string): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const { name, document, input } of asked) {
    const { data, errors } = await app.as(account, document, {
      ...{ input, consortium: 'd2n2', filter: { consortium: 'd2n2' }, first: 50 },
      ...{ id: globalId('Enquiry', 'none'), year: '2026-27' },
    });
    answers[name] = JSON.stringify(data ?? errors?.map(({ message }) => message));
  }
  return answers;
}

describe('whatever Derby’s three applications were', () => {
  test('peers and reviewers are answered the same by every query; Derby and its hub are not', async () => {
    const [ofPeer, ofReviewer] = [await everything(peer), await everything(reviewer)];
    const [ofOwner, ofHub] = [await shown(owner), await shown(analyst)];

    await app.db.query(
      `update fostering_enquiry set application_on = null
       where authority_code = $1 and to_char(application_on, 'YYYY-MM') = $2`,
      [codes.derby, month],
    );
    await app.db.query(
      `update observation set value = 6 from indicator i
       where i.id = indicator_id and i.key = 'fostering-applications-month' and authority_code = $1
         and to_char(period_end, 'YYYY-MM') = $2`,
      [codes.derby, month],
    );

    expect(await everything(peer)).toEqual(ofPeer);
    expect(await everything(reviewer)).toEqual(ofReviewer);
    expect(asked.length).toBeGreaterThan(30);
    const applied = async (account: string) =>
      (await shown(account))['Derby APPLICATION']?.value ?? null;
    expect([ofOwner, ofHub].map((of) => of['Derby APPLICATION']?.value)).toEqual([3, 3]);
    expect([await applied(owner), await applied(analyst)]).toEqual([0, 0]);
  }, 60_000);
});
