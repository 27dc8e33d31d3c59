import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { send } from '../testkit/requests.ts';
import type { Canary, Generated, Ground, Scene } from './canary-region.ts';
import {
  arrangeScene,
  generatedAgreement,
  monthEnd,
  months,
  plantCanaries,
  readGround,
  regionOf,
} from './canary-region.ts';
import { expectedSight } from './sight-oracle.ts';

const now = '2026-06-15T12:00:00Z';
const app = await testApp({ clock: clockAt(now) });

/** Regions, and questions asked in each. Raise both for a longer look, and try other ones. */
const scenes = 4;
const questionsEach = 40;

let ground: Ground;
let canaries: readonly Canary[];
let byValue: ReadonlyMap<number, Canary>;
let accounts: readonly string[];

beforeAll(async () => {
  ground = await readGround(app.db);
  canaries = await plantCanaries(app.db, ground);
  byValue = new Map(canaries.map((canary) => [canary.value, canary]));
  const { rows } = await app.db.query<{ name: string }>('select name from account order by name');
  accounts = rows.map(({ name }) => name);
});

/** Mostly one consortium, so that its members have something to tell one another. */
const consortia = ['d2n2', 'd2n2', 'd2n2', 'west-midlands'] as const;
const datasets = ['placements', 'costs', 'providers', 'fostering', 'beds', 'demand'] as const;
const withRecords = ['providers', 'fostering', 'beds'];

const usually = <Value>(value: Value): Value[] => Array.from({ length: 6 }, () => value);

const anyItem = (dataset: string, historyMonths: number) =>
  fc.oneof(
    fc.record({
      recipient: fc.constantFrom('HUB', 'MEMBERS', 'PLACEMENT_OFFICERS'),
      level: fc.constantFrom(
        'RELEASED',
        'EXACT',
        'EXACT',
        withRecords.includes(dataset) ? 'RECORDS' : 'NONE',
      ),
      dataset: fc.constant(dataset),
      historyMonths: fc.constant(historyMonths),
    }),
    fc.record({
      recipient: fc.constantFrom('PROVIDERS', 'REVIEWERS', 'PUBLIC'),
      level: fc.constant('RELEASED'),
      dataset: fc.constant(dataset),
      historyMonths: fc.constant(historyMonths),
    }),
  );

const itemsOf = (dataset: string) =>
  fc
    .constantFrom(0, 12, 24, 60)
    .chain((history) =>
      fc.uniqueArray(anyItem(dataset, history), { selector: ({ recipient }) => recipient }),
    );

function anyAgreement(organisations: readonly string[]): fc.Arbitrary<Generated> {
  return fc
    .record({
      consortium: fc.constantFrom(...consortia),
      status: fc.constantFrom(...usually('ACTIVE'), 'SUSPENDED', 'ENDED', 'PROPOSED'),
      endsOn: fc.constantFrom(...usually('2026-12-31'), '2026-06-15', '2026-06-14'),
      parties: fc.uniqueArray(
        fc.record({
          organisation: fc.constantFrom('d2n2', 'west-midlands', ...organisations),
          signed: fc.constantFrom(...usually(true), false),
        }),
        { selector: ({ organisation }) => organisation, minLength: 6, maxLength: 16 },
      ),
      items: fc.tuple(...datasets.map(itemsOf)).map((each) => each.flat()),
    })
    .map((given) => generatedAgreement(given as never));
}

function anyScene(): fc.Arbitrary<Scene> {
  const codes = Object.values(ground.authorities).flat();
  return fc.record({
    memberships: fc.tuple(
      ...codes.map((code) => fc.tuple(fc.constant(code), fc.constantFrom(...consortia, null))),
    ),
    agreements: fc.array(anyAgreement(Object.keys(ground.authorities)), {
      minLength: 2,
      maxLength: 5,
    }),
  });
}

/** A question that its account may ask: what it may see of the answer is another matter. */
interface Question {
  readonly account: string;
  readonly how: 'cells' | 'columns' | 'csv';
  readonly input: Readonly<Record<string, unknown>> & {
    readonly indicators: readonly string[];
    readonly authorities?: readonly string[];
    readonly period?: string;
    readonly periods: number;
  };
}

function anyQuestion(scene: Scene): fc.Arbitrary<Question> {
  const parties = new Set(
    scene.agreements.flatMap((each) => each.parties.map(({ organisation }) => organisation)),
  );
  const ofParties = accounts.filter((account) => parties.has(account.split('.')[1] ?? ''));
  const codes = Object.values(ground.authorities).flat();
  const keys = ground.indicators.map(({ key }) => key);
  return fc.record({
    account: fc.oneof(fc.constantFrom(...accounts), fc.constantFrom(...ofParties)),
    how: fc.constantFrom('cells', 'cells', 'columns', 'csv'),
    input: fc.record(
      {
        consortium: fc.constantFrom(...consortia),
        indicators: fc.uniqueArray(fc.constantFrom(...keys), { minLength: 2, maxLength: 6 }),
        authorities: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 4, maxLength: 10 }),
        period: fc.constantFrom(...months),
        periods: fc.integer({ min: 1, max: 30 }),
        comparators: fc.uniqueArray(
          fc.constantFrom('consortium', 'england', 'region', 'statistical-neighbours'),
        ),
        asAt: fc.constantFrom('2026-06-09T00:00:00Z', '2026-06-12T00:00:00Z'),
      },
      { requiredKeys: ['consortium', 'indicators', 'periods'] },
    ),
  });
}

const ASK = {
  cells: `query Ask($input: ComparisonInput!) { comparison(input: $input) { rows { indicator { key } comparable { warnings }
    cells { code of period rank direction figure { value text numerator denominator why
      provenance { source formula row rows return { id period } } } } } } }`,
  columns: `query Ask($input: ComparisonInput!) { comparison(input: $input) { rows { columns { values } } } }`,
} as const;

async function answerTo({ account, how, input }: Question): Promise<string> {
  if (how !== 'csv') return JSON.stringify(await app.as(account, ASK[how], { input }));
  const parameters = new URLSearchParams(
    Object.entries(input).map(([name, value]) => [name, String(value)]),
  );
  const headers = app.credentialsOf(account);
  return await (await send(app, `/exports/comparison.csv?${parameters}`, { headers })).text();
}

/** True where a canary may be told to an account, by the words of the agreements alone. */
function permits(account: string, scene: Scene) {
  const organisation = account.split('.')[1] ?? '';
  const own = new Set(ground.authorities[organisation]);
  const lines = expectedSight(account, now, scene.agreements, regionOf(scene, ground))
    .map((line) => line.split(' '))
    .filter(([, , level]) => level === 'EXACT' || level === 'RECORDS');
  const reaches = (id: string | undefined, { dataset, period }: Canary) => {
    const agreement = scene.agreements.find((each) => each.id === id);
    const item = agreement?.items.find((each) => each.dataset === dataset);
    const since = new Date(now);
    since.setUTCMonth(since.getUTCMonth() - Number(item?.historyMonths ?? 0));
    return since.toISOString().slice(0, 10) <= (monthEnd[period] ?? '');
  };
  return (canary: Canary): boolean =>
    own.has(canary.authority) ||
    lines.some(
      ([authority, dataset, , id]) =>
        authority === canary.authority && dataset === canary.dataset && reaches(id, canary),
    );
}

/** Canaries in a text, however it writes numbers. */
const canariesIn = (text: string): Canary[] =>
  [...new Set(text.replaceAll(/(\d),(?=\d{3})/g, '$1').match(/\b7\d{6}\b/g))].flatMap(
    (digits) => byValue.get(Number(digits)) ?? [],
  );

/** What an answer in cells must hold, because its account may see it. */
const owed = ({ how, input }: Question, permitted: (canary: Canary) => boolean): Canary[] =>
  how !== 'cells' || !input.period || input['asAt'] === '2026-06-09T00:00:00Z'
    ? []
    : canaries.filter(
        (canary) =>
          canary.period === input.period &&
          input.indicators.includes(canary.indicator) &&
          (input.authorities ?? []).includes(canary.authority) &&
          permitted(canary),
      );

/** How many canaries an answer tells: its account's own, and those of others. */
async function ask(question: Question, scene: Scene) {
  const permitted = permits(question.account, scene);
  const text = await answerTo(question);
  const found = canariesIn(text);
  const values = new Set(found.map(({ value }) => value));

  expect({ question, leaked: found.filter((canary) => !permitted(canary)) }).toEqual({
    question,
    leaked: [],
  });
  expect({
    question,
    refused: owed(question, permitted).filter(({ value }) => !values.has(value)),
  }).toEqual({ question, refused: [] });
  const organisation = question.account.split('.')[1] ?? '';
  const own = found.filter(({ authority }) =>
    ground.authorities[organisation]?.includes(authority),
  );
  return { own: own.length, foreign: found.length - own.length };
}

/** Public facts, such as who belongs to a consortium, are kept for two seconds. */
const untilPublicFactsAreForgotten = () => new Promise((over) => setTimeout(over, 2_100));

test(
  'whatever is agreed and whatever is asked, every figure of another tenant is one that an agreement gives',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyScene(), fc.gen(), async (scene, generate) => {
        await arrangeScene(app.db, scene);
        await untilPublicFactsAreForgotten();
        const told = { own: 0, foreign: 0 };
        for (let nth = 0; nth < questionsEach; nth += 1) {
          const { own, foreign } = await ask(generate(anyQuestion, scene), scene);
          told.own += own;
          told.foreign += foreign;
        }
        // Answers without figures of others show nothing. In one region of five that is all there is: another is drawn.
        fc.pre(told.own > 0 && told.foreign > 0);
      }),
      { numRuns: scenes, maxSkipsPerRun: 4, endOnFailure: true },
    );
  },
  scenes * 60_000,
);
