import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId } from '../testkit/requests.ts';
import { answerOf, answersOf, findVacancies, refusedSearch } from './vacancy-asking.ts';
import { arrangeBeds, at, forgetHomes, givenHomes } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

beforeEach(async () => {
  await forgetHomes(app.db);
  await arrangeBeds(app.db);
});

const closed = { state: 'CLOSED', reason: 'STAFFING' };

describe('a vacancy', () => {
  test('is a home with a place that is vacant and accepting', async () => {
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby' },
      { urn: '9991002', area: 'derby', places: [{ state: 'OCCUPIED' }, closed] },
      { urn: '9991003', area: 'derby', places: [{ state: 'RESERVED', until: '2026-06-20' }] },
      { urn: '9991004', area: 'derby', places: [{ state: 'NOT_USABLE' }] },
      { urn: '9991005', area: 'derby', shortBreaks: true },
      { urn: '9991006', area: 'derby', closesOn: '2026-06-15' },
      { urn: '9991007', area: 'derby', spot: false },
    ]);

    expect(answersOf(await findVacancies(app))).toEqual(['9991001 SPOT']);
  });

  test('is counted as far as it can be had, by basis and area', async () => {
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby', places: [{}, {}, closed] },
      { urn: '9991002', area: 'derby', inHouse: true },
      { urn: '9991003', area: 'nottingham', emergency: true },
    ]);

    expect(await findVacancies(app, { emergency: true })).toMatchObject({
      totalCount: 3,
      places: 4,
      fitting: 1,
      bases: [
        { basis: 'SPOT', homes: 2, places: 3, fitting: 1 },
        { basis: 'IN_HOUSE', homes: 1, places: 1, fitting: 0 },
      ],
      areas: [
        { authority: { name: 'Derby' }, homes: 2, places: 3, fitting: 0 },
        { authority: { name: 'Nottingham' }, homes: 1, places: 1, fitting: 1 },
      ],
    });
  });
});

describe('what fits', () => {
  test('is said of each thing that was asked for', async () => {
    await givenHomes(app.db, [
      {
        ...{ urn: '9991001', area: 'derby', ages: [10, 17], genders: 'FEMALE', judgement: 'GOOD' },
        ...{ needs: ['EMOTIONAL', 'SENSORY'], siblings: true, education: true, noticeDays: 5 },
        places: [{}, {}],
      },
    ]);

    const found = await findVacancies(app, {
      ...{ age: 12, gender: 'FEMALE', needs: ['SENSORY'], children: 2, neededFrom: '2026-06-20' },
      ...{ education: true, judgementAtLeast: ['GOOD'], maximumWeeklyPrice: 5000 },
    });

    expect(answerOf(found, '9991001')).toMatchObject({
      fits: [
        { criterion: 'AGE', text: 'Takes ages 10 to 17.' },
        { criterion: 'GENDER', text: 'Takes girls only.' },
        { criterion: 'NEEDS', text: 'Is for sensory impairment.' },
        { criterion: 'TOGETHER', text: 'Takes siblings together, and has 2 places free.' },
        { criterion: 'NOTICE', text: 'Needs 5 days’ notice.' },
        { criterion: 'EDUCATION', text: 'Has education on site.' },
        { criterion: 'JUDGEMENT', text: 'Is judged “Good”.' },
      ],
      doesNotFit: [],
      notKnown: [{ criterion: 'PRICE', text: 'Its price is not known.' }],
    });
    expect(found.fitting).toBe(1);
  });

  test('and what does not', async () => {
    await givenHomes(app.db, [
      {
        ...{
          urn: '9991001',
          area: 'derby',
          ages: [10, 17],
          genders: 'FEMALE',
          needs: ['EMOTIONAL'],
        },
        ...{ judgement: 'REQUIRES_IMPROVEMENT', noticeDays: 5, opensOn: '2026-07-01' },
      },
      { urn: '9991002', area: 'derby', needs: [], emergency: true, solo: true, places: [{}] },
    ]);

    const found = await findVacancies(app, {
      ...{ ageBand: 'UNDER_10', gender: 'MALE', needs: ['EMOTIONAL', 'PHYSICAL'], solo: true },
      ...{ neededFrom: '2026-06-19', judgementAtLeast: ['GOOD'] },
    });

    expect(answersOf(found)).toEqual(['9991002 SPOT', '9991001 SPOT']);
    expect(answerOf(found, '9991001').doesNotFit).toEqual([
      { criterion: 'AGE', text: 'Takes ages 10 to 17, not 0 to 9.' },
      { criterion: 'GENDER', text: 'Takes girls only.' },
      { criterion: 'NEEDS', text: 'Is not for physical disability.' },
      { criterion: 'SOLO', text: 'Is not run for one child.' },
      { criterion: 'NOTICE', text: 'Needs 5 days’ notice; there are 4 days.' },
      { criterion: 'OPEN', text: 'Opens on 1 July 2026.' },
      { criterion: 'JUDGEMENT', text: 'Is judged “Requires improvement to be good”.' },
    ]);
    expect(answerOf(found, '9991002')).toMatchObject({
      doesNotFit: [],
      notKnown: [{ criterion: 'NEEDS' }, { criterion: 'JUDGEMENT', text: 'Is not judged yet.' }],
    });
  });

  test.each([
    ['today', { neededFrom: '2026-06-15' }],
    ['the same day', { notice: 'CRISIS' }],
    ['in an emergency', { neededFrom: '2026-07-15', emergency: true }],
  ])('for a place %s: only homes that admit on the same day', async (_when, when) => {
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby', noticeDays: 0 },
      { urn: '9991002', area: 'derby', emergency: true, noticeDays: 7 },
    ]);

    expect(answersOf(await findVacancies(app, { ...when, fittingOnly: true }))).toEqual([
      '9991002 SPOT',
    ]);
  });

  test('for siblings: homes with a place for each of them', async () => {
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby', siblings: true, places: [{}, closed] },
      { urn: '9991002', area: 'derby', siblings: true, places: [{}, {}] },
      { urn: '9991003', area: 'derby', places: [{}, {}] },
    ]);

    const found = await findVacancies(app, { children: 2, fittingOnly: true });

    expect(answersOf(found)).toEqual(['9991002 SPOT']);
  });

  test('for one child alone: homes where nobody is, or is about to be', async () => {
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby', solo: true, places: [{}, { state: 'OCCUPIED' }] },
      { urn: '9991002', area: 'derby', solo: true, places: [{}, closed] },
      {
        ...{ urn: '9991003', area: 'derby', solo: true },
        places: [{}, { state: 'RESERVED', until: '2026-06-16' }],
      },
    ]);

    const found = await findVacancies(app, { solo: true, fittingOnly: true });

    expect(answersOf(found)).toEqual(['9991002 SPOT']);
  });
});

describe('order', () => {
  test('is fresh, then least missing, then nearest, then best judged, and always the same', async () => {
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby', confirmedAt: '2026-06-14T10:59:59Z' },
      { urn: '9991002', area: 'derby', ages: [16, 17] },
      { urn: '9991003', area: 'nottingham', judgement: 'OUTSTANDING' },
      { urn: '9991004', area: 'derby', judgement: 'GOOD' },
      { urn: '9991005', area: 'derby', judgement: 'OUTSTANDING' },
      { urn: '9991006', area: 'derby', confirmedAt: '2026-06-14T11:00:00Z' },
    ]);

    const found = await findVacancies(app, { age: 12, near: 'E06000015' });

    expect(answersOf(found).map((answer) => answer.slice(0, 7))).toEqual([
      '9991005',
      '9991004',
      '9991006',
      '9991003',
      '9991002',
      '9991001',
    ]);
    expect(answerOf(found, '9991001')).toMatchObject({ rank: 6, stale: true });
    expect(answerOf(found, '9991001').why[0]).toBe('Not confirmed within 24 hours: ranked last.');
    expect(answerOf(found, '9991003').why).toEqual([
      'Confirmed within the last 24 hours.',
      'Nothing asked for is missing.',
      'Offered off framework: after all others.',
      '12.6 miles from the middle of Derby to that of its authority.',
    ]);
  });

  test('takes supported accommodation for fresh for 72 hours', async () => {
    const type = 'SUPPORTED_ACCOMMODATION';
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby', type, confirmedAt: '2026-06-12T11:00:00Z' },
      { urn: '9991002', area: 'derby', type, confirmedAt: '2026-06-12T10:59:00Z' },
    ]);

    const found = await findVacancies(app);

    expect(found.edges.map(({ node }) => node.stale)).toEqual([false, true]);
  });

  test('goes on from page to page', async () => {
    await givenHomes(app.db, [
      { urn: '9991001', area: 'derby' },
      { urn: '9991002', area: 'derby' },
      { urn: '9991003', area: 'derby' },
    ]);

    const first = await findVacancies(app, {}, { first: 2 });
    const second = await findVacancies(app, {}, { first: 2, after: first.pageInfo.endCursor });

    expect(answersOf(first)).toEqual(['9991001 SPOT', '9991002 SPOT']);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(answersOf(second)).toEqual(['9991003 SPOT']);
    expect(second.edges[0]?.node.rank).toBe(3);
  });
});

/** A fifth of a degree north of the middle of Nottingham: 0.2 of 69.09 miles. */
const north = [53.1603497, -1.1762961] as const;

describe('where', () => {
  beforeEach(() =>
    givenHomes(app.db, [
      { urn: '9991001', area: 'derby', located: north },
      { urn: '9991002', area: 'nottingham', located: [52.95, -1.15] },
      {
        ...{ urn: '9991003', area: 'derby', type: 'SUPPORTED_ACCOMMODATION', district: 'DE24' },
      },
    ]),
  );

  test('is measured to a home itself only by its own tenant', async () => {
    const found = await findVacancies(app, { near: 'E06000018' });

    expect(answerOf(found, '9991001')).toMatchObject({ miles: 13.8, milesToHome: true });
    expect(answerOf(found, '9991001').why.at(-1)).toBe('13.8 miles from the middle of Nottingham.');
    expect(answerOf(found, '9991002')).toMatchObject({ miles: 0, milesToHome: false });
    expect(answerOf(found, '9991003')).toMatchObject({ miles: 12.6, milesToHome: false });
  });

  test.each([
    [{ authorities: ['E06000018'] }, ['9991002']],
    [{ near: 'E06000018', withinMiles: 13 }, ['9991002', '9991003']],
    [{ placementTypes: ['SUPPORTED_ACCOMMODATION'] }, ['9991003']],
    [{ district: 'de24' }, ['9991003']],
    [{ district: 'NG7' }, []],
  ])('%o finds %o', async (input, expected) => {
    const found = await findVacancies(app, input);

    expect(found.edges.map(({ node }) => node.home.urn).sort()).toEqual(expected);
  });

  test('homes that were looked at are left out', async () => {
    const { edges } = await findVacancies(app);
    const exclude = [...edges.slice(0, 2).map(({ node }) => node.home.id), globalId('Home', '1')];

    expect((await findVacancies(app, { exclude })).totalCount).toBe(1);
  });
});

const nobodys = globalId('Framework', 'nobody’s');
const nobodysLot = globalId('FrameworkLot', '9f3c1a52-0000-4000-8000-000000000000');

describe('a search is refused', () => {
  test.each([
    [
      { district: 'NG7 1AA' },
      'district must be a postcode district, such as NG7: no whole postcode.',
    ],
    [
      { district: 'Nottingham' },
      'district must be a postcode district, such as NG7: no whole postcode.',
    ],
    [{ neededFrom: '2026-06-14' }, 'neededFrom must not be in the past: today is 2026-06-15.'],
    [{ neededFrom: '2027-06-16' }, 'neededFrom must be within 365 days.'],
    [
      { neededFrom: '2026-06-20', notice: 'SHORT' },
      'notice must be left out where “neededFrom” says the day.',
    ],
    [
      { needs: ['AUTISM'] },
      'needs must be among EMOTIONAL, MENTAL-HEALTH, LEARNING, PHYSICAL, SENSORY.',
    ],
    [{ age: 18 }, 'age must be from 0 to 17.'],
    [{ age: 12, ageBand: 'FROM_10_TO_12' }, 'ageBand must be left out where “age” says it.'],
    [{ children: 0 }, 'children must be from 1 to 6.'],
    [{ maximumWeeklyPrice: -1 }, 'maximumWeeklyPrice must be from 1 to 100000.'],
    [{ withinMiles: 10 }, 'withinMiles needs “near”: the authority to measure from.'],
    [
      { placementTypes: ['BOARDING_SCHOOL'] },
      'placementTypes must be among CHILDRENS_HOME, SECURE_CHILDRENS_HOME, RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME, SUPPORTED_ACCOMMODATION.',
    ],
    [
      { judgementAtLeast: ['GOOD', 'OUTSTANDING'] },
      'judgementAtLeast must name one judgement of each scale at most.',
    ],
  ])('for %o', async (input, sentence) => {
    expect(await refusedSearch(app, input)).toBe(`BAD_USER_INPUT: ${sentence}`);
  });

  test.each([
    [{ consortium: 'nowhere' }, 'There is no consortium “nowhere”.'],
    [{ near: 'E06000999' }, 'There is no authority “E06000999”.'],
    [{ authorities: ['E06000016'] }, 'There is no member of d2n2 “E06000016”.'],
    [{ framework: nobodys }, `There is no framework “${nobodys}”.`],
    [{ lot: nobodysLot }, `There is no lot “${nobodysLot}”.`],
  ])('where %o is not there', async (input, sentence) => {
    expect(await refusedSearch(app, input)).toBe(`NOT_FOUND: ${sentence}`);
  });
});
