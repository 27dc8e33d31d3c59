import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';

const app = await testApp();

const PUBLISHED = `{ publishedOccupancy {
  title publisher paper period printed authorities { code }
  counted { homes places occupied percent symbol } all { percent symbol } allPlaces unknownHomes unknownPlaces
  ifUnknownWereEmpty sentence rows { name homes places occupied printed } } }`;

interface Published {
  readonly publishedOccupancy: readonly {
    readonly title: string;
    readonly sentence: string;
    readonly rows: readonly { readonly occupied: number | null }[];
  }[];
}

const published = async (title: string) => {
  const { data } = await app.as<Published>('commissioner.derby', PUBLISHED);
  return data?.publishedOccupancy.find((each) => each.title === title);
};

describe('Norfolk’s table of 30 June 2023 as a return', () => {
  test('is 17 of 32 places, 53%, for the ten homes with a count', async () => {
    expect(await published('In-house residential homes')).toMatchObject({
      publisher: 'Norfolk County Council',
      authorities: [{ code: 'E10000020' }],
      period: '2023-06-30',
      printed: '53%',
      counted: { homes: 10, places: 32, occupied: 17, percent: 53.1, symbol: null },
    });
  });

  test('is not available against all 40 places, and says what would treat unknown as empty', async () => {
    const norfolk = await published('In-house residential homes');

    expect(norfolk).toMatchObject({
      all: { percent: null, symbol: 'x' },
      ...{ allPlaces: 40, unknownHomes: 2, unknownPlaces: 8, ifUnknownWereEmpty: 42.5 },
    });
    expect(norfolk?.rows.map(({ occupied }) => occupied)).toEqual([
      ...[1, 2, 3, 2, 1, 1, 4, 1, 1, 1],
      ...[null, null],
    ]);
    expect(norfolk?.sentence).toBe(
      '17 of 32 places in the ten homes with a count were occupied: 53%. Of all 40 places it is not available (x): two homes, 8 places, unknown. 42.5% would treat unknown as empty.',
    );
  });
});

describe('Northamptonshire’s table of August 2022', () => {
  test('is 5 homes and 21 places, 76% occupied', async () => {
    expect(await published('In-house children’s homes')).toMatchObject({
      authorities: [{ code: 'E06000061' }, { code: 'E06000062' }],
      printed: '76%',
      counted: { homes: 5, places: 21, occupied: 16, percent: 76.2, symbol: null },
      sentence: '16 of 21 places were occupied: 76%.',
    });
  });

  test('is 32 block places, 91% occupied', async () => {
    expect(await published('Block contract children’s homes')).toMatchObject({
      printed: '91%',
      counted: { places: 32, occupied: 29, percent: 90.6 },
      sentence: '29 of 32 places were occupied: 91%.',
    });
  });
});

test('published occupancy is read by whoever reads public figures as they come', async () => {
  const refused = refusalOf(await app.as('reviewer.d2n2', PUBLISHED));

  expect(refused).toMatch(/^FORBIDDEN: /);
  expect(refusalOf(await app.as('hub-analyst.d2n2', PUBLISHED))).toBe('');
});
