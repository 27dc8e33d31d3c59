import { beforeEach, describe, expect, test } from 'vitest';
import { sendFiles } from '../providers/importing.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf, send } from '../testkit/requests.ts';
import { codes } from './arranged.ts';
import { at, derby, forgetCapacity, givenHouseholds, nottingham } from './households.ts';

const app = await testApp({ clock: clockAt(at) });

beforeEach(() => forgetCapacity(app.db));

const householdHeader =
  'reference,household_type,approved_on,places,carers,youngest_carer,ethnicity,area,deregistered_on,deregistration_reason';
const placesHeader = 'reference,from_on,filled,vacant,unavailable,unavailable_reason';

const households = (...rows: readonly string[]) => [householdHeader, ...rows].join('\n');
const places = (...rows: readonly string[]) => [placesHeader, ...rows].join('\n');

interface Imported {
  readonly applied: boolean;
  readonly problems: readonly { file: string; row: number; column: string; message: string }[];
  readonly moreProblems: number;
  readonly items: readonly { row: number; reference: string; outcome: string }[];
}

function sent(
  texts: readonly string[],
  { account = derby, apply = true, authority = codes.derby as string } = {},
) {
  return sendFiles<{ importFosteringHouseholds: Imported }>(app, account, {
    query: `mutation ($input: ImportFosteringHouseholdsInput!) { importFosteringHouseholds(input: $input) {
      applied problems { file row column message } moreProblems items { row reference outcome } } }`,
    variables: { input: { authority, files: texts.map(() => null), apply } },
    files: Object.fromEntries(
      texts.map((text, nth) => [`variables.input.files.${nth}`, { name: `${nth}.csv`, text }]),
    ),
  });
}

async function imported(...sending: Parameters<typeof sent>): Promise<Imported> {
  const answer = await sent(...sending);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.importFosteringHouseholds;
}

const stored = async () =>
  (
    await app.db.query<{ row: string }>(
      `select concat_ws(' ', h.reference, h.approved_on, h.places_approved, h.deregistered_on, p.from_on, p.to_on, p.filled) as row
       from fostering_household h
       left join fostering_place_state p on p.tenant_id = h.tenant_id and p.household_id = h.id
       order by h.reference, p.from_on`,
    )
  ).rows.map(({ row }) => row);

const good = 'H-1,MAINSTREAM,2025-01-01,2,2,45-54,WHITE,INSIDE,,';

const problemsOf = ({ problems }: Imported) =>
  problems.map(({ file, row, column, message }) => `${file} ${row} ${column} ${message}`);

describe('files of households and of their places', () => {
  test('are looked at first, then all of them are recorded', async () => {
    const texts = [
      households(good, 'H-2,SHORT-BREAKS,2024-01-01,1,1,NK,NK,NK,2025-06-01,MANDATORY'),
      places('H-2,2024-01-01,1,0,0,', 'H-1,2025-06-01,1,0,1,HOUSING', 'H-1,2025-01-01,2,0,0,'),
    ];

    const looked = await imported(texts, { apply: false });
    expect(looked).toMatchObject({ applied: false, problems: [] });
    expect(looked.items.map(({ outcome }) => outcome)).toEqual([
      ...['NEW', 'NEW', 'PLACES', 'PLACES', 'PLACES'],
    ]);
    expect(await stored()).toEqual([]);

    expect(await imported(texts)).toMatchObject({ applied: true, problems: [] });
    expect(await stored()).toEqual([
      'H-1 2025-01-01 2 2025-01-01 2025-05-31 2',
      'H-1 2025-01-01 2 2025-06-01 1',
      'H-2 2024-01-01 1 2025-06-01 2024-01-01 2025-05-31 1',
    ]);
  });

  test('again change nothing; a later one says who went, and puts a day right', async () => {
    await imported([households(good), places('H-1,2025-01-01,2,0,0,')]);

    expect((await imported([households(good)])).items).toMatchObject([{ outcome: 'UNCHANGED' }]);
    const later = await imported([
      households(good.replace(',,', ',2026-03-01,ADOPTION')),
      places('H-1,2025-01-01,1,1,0,'),
    ]);

    expect(later.items.map(({ outcome }) => outcome)).toEqual(['DEREGISTERED', 'PLACES']);
    expect(await stored()).toEqual(['H-1 2025-01-01 2 2026-03-01 2025-01-01 2026-02-28 1']);
  });

  test('are refused whole, with every problem by row and column', async () => {
    const answer = await imported([
      households(
        good,
        'Mrs Smith,KINSHIP,2026-13-01,2,2,45-54,WHITE,INSIDE,,',
        'H-3,MAINSTREAM,2026-12-01,40,3,52,WHITE,INSIDE,,NK',
        'H-1,MAINSTREAM,2025-01-01,2,2,45-54,WHITE,INSIDE,,',
      ),
    ]);
    const second = await imported([
      households(good, good, 'H-3,MAINSTREAM,2026-12-01,40,3,52,WHITE,INSIDE,,NK'),
      places('H-1,2024-12-31,2,0,0,', 'H-9,2025-01-01,2,0,0,', 'H-1,2025-02-01,1,0,0,OTHER'),
    ]);

    expect(problemsOf(answer)).toEqual([
      expect.stringContaining('0.csv 3 approved_on must be a day, for example 30/09/2026'),
    ]);
    expect(problemsOf(second)).toEqual([
      '0.csv 3 reference is the same as in row 2',
      '0.csv 4 approved_on must not be a day to come',
      '0.csv 4 places must be from 1 to 20',
      '0.csv 4 carers must be from 1 to 2',
      expect.stringContaining('0.csv 4 youngest_carer must be one of UNDER-35'),
      expect.stringContaining('0.csv 4 deregistration_reason is there exactly'),
      '1.csv 2 from_on must be a day on which the household is approved',
      '1.csv 3 reference is that of no household of this authority that you hold',
      '1.csv 4 filled with vacant and unavailable makes 1 places, and the household is approved for 2',
      '1.csv 4 unavailable_reason is there exactly where places cannot be used',
    ]);
    expect(await stored()).toEqual([]);
  });

  test('of as many households as an authority may have are recorded at once', async () => {
    const many = Array.from({ length: 5_000 }, (_, nth) => `H-${nth}`);

    const { applied, problems } = await imported([
      households(...many.map((ref) => good.replace('H-1', ref))),
      places(...many.flatMap((ref) => [`${ref},2025-01-01,2,0,0,`, `${ref},2025-06-01,1,1,0,`])),
    ]);

    expect({ applied, problems }).toEqual({ applied: true, problems: [] });
    expect(await stored()).toHaveLength(10_000);
  });

  test('do not change what is known otherwise, nor another authority’s', async () => {
    await imported([households(good)]);

    const otherwise =
      'leave it so, and change that household by itself, with the day from which it is otherwise';
    expect(
      problemsOf(
        await imported([households('H-1,MAINSTREAM,2025-01-01,3,2,55-59,WHITE,INSIDE,,')]),
      ),
    ).toEqual([
      `0.csv 2 places is recorded as 2: ${otherwise}`,
      `0.csv 2 youngest_carer is recorded as 45-54: ${otherwise}`,
    ]);
    expect(await stored()).toEqual(['H-1 2025-01-01 2']);
    await givenHouseholds(app.db, [{ ref: 'N-1', of: 'nottingham' }]);
    expect(
      problemsOf(await imported([places('N-1,2025-01-01,2,0,0,')], { authority: codes.derby })),
    ).toEqual(['0.csv 2 reference is that of no household of this authority that you hold']);
  });

  test('may have days as councils write them', async () => {
    const written = 'H-1,MAINSTREAM,1/1/2025,2,2,45-54,WHITE,INSIDE,1 March 2026,ADOPTION';

    await imported([households(written), places('H-1,01/01/2025,2,0,0,')]);

    expect(await stored()).toEqual(['H-1 2025-01-01 2 2026-03-01 2025-01-01 2026-02-28 2']);
  });

  test.each(['households', 'places'])(
    'have a template of %s, read as having nothing in it',
    async (of) => {
      const response = await send(app, `/exports/fostering-${of}-template.csv`, {
        headers: app.credentialsOf(derby),
      });
      const text = await response.text();

      expect(text.trim().split('\r\n')).toHaveLength(2);
      expect(await imported([text])).toMatchObject({ applied: true, problems: [], items: [] });
    },
  );

  test('with much that is wrong are told a part of it, and how much more there is', async () => {
    const rows = Array.from({ length: 150 }, (_, nth) => `H-${nth},KINSHIP,x,x,x,,,,,`);

    const { problems, moreProblems } = await imported([households(...rows)]);

    expect(problems).toHaveLength(200);
    expect(moreProblems).toBe(150 * 6 - 200);
  });

  test.each<[string, string, RegExp]>([
    ['no columns', 'a,b\n1,2', /The columns must be reference, household_type/],
    ['a column too many', `${placesHeader},name\nH-1,2025-01-01,2,0,0,,x`, /name is none\.$/],
    ['nothing below the header', placesHeader, /has 0 rows: send 1 to 10000/],
  ])('of %s are refused whole', async (_what, text, message) => {
    const { problems } = await imported([text]);

    expect(problems).toMatchObject([{ row: null, message: expect.stringMatching(message) }]);
  });

  test('are not taken of another’s authority', async () => {
    const answer = await sent([households(good)], { account: nottingham });

    expect(refusalOf(answer)).toContain('authority must be one that you answer for');
  });
});
