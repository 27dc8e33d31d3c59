import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { COMPARE, refusalOfComparison } from '../testkit/comparing.ts';
import { refusalOf } from '../testkit/requests.ts';

const app = await testApp();
const analyst = 'hub-analyst.d2n2';
const refused = (asked: Readonly<Record<string, unknown>>) =>
  refusalOfComparison(app, analyst, asked);

const periods = 'BAD_USER_INPUT: periods must be a whole number from 1 to 120.';
const notInt = (value: string, why: string) =>
  `BAD_USER_INPUT: Variable "$input" got invalid value ${value} at "input.periods"; Int cannot represent ${why}: ${value}`;
const gss = (value: string) =>
  `BAD_USER_INPUT: Variable "$input" got invalid value "${value}" at "input.authorities[0]"; Write a GSS code as in E06000015: one letter and eight digits.`;
const instant = (value: string) =>
  `BAD_USER_INPUT: Variable "$input" got invalid value "${value}" at "input.asAt"; Write a moment as in 2026-03-31T09:00:00Z.`;

describe('a comparison of what does not exist names it', () => {
  test.each([
    ['a consortium', { consortium: 'london' }, 'NOT_FOUND: There is no consortium “london”.'],
    [
      'an indicator',
      { indicators: ['nothing-such'] },
      'NOT_FOUND: There is no indicator “nothing-such”.',
    ],
    [
      'an authority',
      { authorities: ['E06999999'] },
      'NOT_FOUND: There is no authority “E06999999”.',
    ],
    [
      'an authority elsewhere',
      { authorities: ['S12000036'] },
      'NOT_FOUND: There is no authority “S12000036”.',
    ],
    [
      'a property of every object',
      { indicators: ['__proto__', 'constructor'] },
      'NOT_FOUND: There is no indicator “__proto__”.',
    ],
    [
      'SQL for a consortium',
      { consortium: `d2n2'; drop table authority; --` },
      `NOT_FOUND: There is no consortium “d2n2'; drop table authority; --”.`,
    ],
    [
      'SQL for an indicator',
      { indicators: [`cla-rate' or '1'='1`] },
      `NOT_FOUND: There is no indicator “cla-rate' or '1'='1”.`,
    ],
    [
      'SQL for a period',
      { period: `2025' or '1'='1` },
      `BAD_USER_INPUT: No requested indicator has a period “2025' or '1'='1”. Periods are labelled as in 2025, 2024-25 or 2026-09.`,
    ],
    ['SQL for an authority', { authorities: [`E06000015' or 1`] }, gss(`E06000015' or 1`)],
    [
      'a long name',
      { indicators: ['x'.repeat(150)] },
      `NOT_FOUND: There is no indicator “${'x'.repeat(100)}…”.`,
    ],
  ])('%s', async (_what, asked, sentence) => {
    expect(await refused(asked)).toBe(sentence);
  });
});

describe('a comparison is refused, and said what to send instead, with', () => {
  test.each([
    [
      'no indicator',
      { indicators: [] },
      'BAD_USER_INPUT: indicators must name at least one indicator.',
    ],
    [
      '10,000 indicators',
      { indicators: Array.from({ length: 10_000 }, (_, index) => `indicator-${index}`) },
      'BAD_USER_INPUT: indicators must name 100 at most.',
    ],
    [
      '10,000 times the same indicator',
      { indicators: Array.from({ length: 10_000 }, () => 'cla-rate') },
      'BAD_USER_INPUT: indicators must name 100 at most.',
    ],
    [
      '1,000 authorities',
      { authorities: Array.from({ length: 1_000 }, () => 'E06000015') },
      'BAD_USER_INPUT: authorities must name 200 at most.',
    ],
    ['0 periods', { periods: 0 }, periods],
    ['−5 periods', { periods: -5 }, periods],
    ['121 periods', { periods: 121 }, periods],
    ['2,147,483,647 periods', { periods: 2_147_483_647 }, periods],
    [
      '2,147,483,648 periods',
      { periods: 2_147_483_648 },
      notInt('2147483648', 'non 32-bit signed integer value'),
    ],
    ['a period and a half', { periods: 1.5 }, notInt('1.5', 'non-integer value')],
    ['periods in words', { periods: '"3"' }, notInt('"\\"3\\""', 'non-integer value')],
    ['an empty period', { period: '' }, 'BAD_USER_INPUT: period must not be empty.'],
    [
      'a period of 10,000 characters',
      { period: '2'.repeat(10_000) },
      'BAD_USER_INPUT: period must have 200 characters at most. period must be a label such as 2025 or 2024-25.',
    ],
    [
      'NUL in the consortium',
      { consortium: 'd2n2\u0000' },
      'BAD_USER_INPUT: consortium must not contain control characters.',
    ],
    [
      'NUL in an indicator',
      { indicators: ['cla\u0000rate'] },
      'BAD_USER_INPUT: indicators must not contain control characters.',
    ],
    [
      'a line break in the period',
      { period: '2025\n' },
      'BAD_USER_INPUT: period must not contain control characters.',
    ],
    [
      'text turned around',
      { period: '\u202e5202' },
      'BAD_USER_INPUT: period must not contain control characters.',
    ],
    [
      'half a character',
      { consortium: '\ud800' },
      'BAD_USER_INPUT: consortium must not contain control characters.',
    ],
    [
      'a name of 100,000 characters',
      { consortium: 'x'.repeat(100_000) },
      'BAD_USER_INPUT: consortium must have 200 characters at most.',
    ],
    [
      'an unknown comparator',
      { comparators: ['mars'] },
      'BAD_USER_INPUT: comparators must be among england, region, statistical-neighbours, consortium.',
    ],
    ['a malformed GSS code', { authorities: ['Derby'] }, gss('Derby')],
    ['a GSS code in small letters', { authorities: ['e06000015'] }, gss('e06000015')],
    [
      'a day to come',
      { asAt: '2999-01-01T00:00:00Z' },
      'BAD_USER_INPUT: asAt must not lie in the future.',
    ],
    ['a day in words', { asAt: 'yesterday' }, instant('yesterday')],
    ['a day that is none', { asAt: '2025-02-30T00:00:00Z' }, instant('2025-02-30T00:00:00Z')],
    ['a moment without an offset', { asAt: '2025-01-01T00:00:00' }, instant('2025-01-01T00:00:00')],
    [
      'a moment long before anything',
      { asAt: '-200000-01-01T00:00:00Z' },
      instant('-200000-01-01T00:00:00Z'),
    ],
  ])('%s', async (_what, asked, sentence) => {
    expect(await refused(asked)).toBe(sentence);
  });

  test('a name with a character of no width, which is another name', async () => {
    expect(await refused({ indicators: ['cla\u200b-rate'] })).toBe(
      'NOT_FOUND: There is no indicator “cla\u200b-rate”.',
    );
  });

  test('a field that does not exist, without saying which do', async () => {
    expect(await refused({ indicatorz: ['cla-rate'] })).toMatch(
      /; Field "indicatorz" is not defined by type "ComparisonInput"\.$/,
    );
  });

  test('a very long wrong value, without repeating all of it', async () => {
    const sentence = await refused({ authorities: ['x'.repeat(50_000)] });

    expect(sentence).toMatch(/Write a GSS code as in E06000015: one letter and eight digits\.$/);
    expect(sentence.length).toBeLessThan(500);
  });
});

test('more figures than one answer may hold, in however many comparisons, are refused', async () => {
  const catalogue = await app.as<Record<string, { code: string; key: string }[]>>(
    analyst,
    '{ authorities { code } indicators { key } }',
  );
  const input = {
    consortium: 'd2n2',
    authorities: catalogue.data?.['authorities']?.map(({ code }) => code),
    // The published ones, for which there are figures of every authority.
    indicators: catalogue.data?.['indicators']?.slice(0, 20).map(({ key }) => key),
    comparators: ['england', 'region', 'statistical-neighbours', 'consortium'],
    periods: 120,
  };
  const four = `query Four($input: ComparisonInput!) {
    one: comparison(input: $input) { rows { cells { rank } } }
    two: comparison(input: $input) { rows { cells { rank } } }
    three: comparison(input: $input) { rows { cells { rank } } }
    four: comparison(input: $input) { rows { cells { rank } } }
  }`;

  expect(refusalOf(await app.as(analyst, four, { input }))).toBe(
    'BAD_USER_INPUT: A request may ask for 100,000 figures at most. Ask for fewer indicators, authorities or periods at a time, or for columns.',
  );
  expect(
    refusalOf(
      await app.as(analyst, four.replaceAll('cells { rank }', 'columns { values }'), { input }),
    ),
  ).toBe('');
});

describe('whatever is sent', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('d2n2', 'cla-rate', '2025', 'E06000015', 'england', '\u0000', '\ud800', '{}'),
  );
  const anyThing = fc.oneof(
    anyText,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.object({ maxDepth: 2 }),
  );
  const anyInput = fc.record(
    {
      consortium: anyText,
      indicators: fc.oneof(fc.array(anyText, { maxLength: 5 }), anyThing),
      authorities: fc.oneof(fc.array(anyText, { maxLength: 5 }), anyThing),
      period: anyThing,
      periods: anyThing,
      comparators: fc.oneof(fc.array(anyText, { maxLength: 5 }), anyThing),
      asAt: anyThing,
    },
    { requiredKeys: [] },
  );

  test('the answer is figures or a refusal one can act on, never a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        expect(refusalOf(await app.as(analyst, COMPARE, { input }))).not.toMatch(
          /INTERNAL|UNAVAILABLE|Did you mean|prisma|postgres|node_modules/i,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('well-formed names that may not exist are compared or named as missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          consortium: fc.constantFrom('d2n2', 'west-midlands', 'nowhere'),
          indicators: fc.array(fc.constantFrom('cla-rate', 'fostering-enquiries', 'nothing'), {
            minLength: 1,
            maxLength: 3,
          }),
          authorities: fc.array(fc.constantFrom('E06000015', 'E10000020', 'E06999999'), {
            maxLength: 3,
          }),
          periods: fc.integer({ min: 1, max: 120 }),
          period: fc.option(fc.constantFrom('2025', '2018-19', '2024-25', '1066')),
          asAt: fc.option(
            fc
              .date({
                min: new Date('0001-01-01'),
                max: new Date('2026-01-01'),
                noInvalidDate: true,
              })
              .map((date) => date.toISOString()),
          ),
        }),
        async (input) => {
          expect(refusalOf(await app.as(analyst, COMPARE, { input }))).toMatch(
            /^$|^NOT_FOUND: There is no |^BAD_USER_INPUT: No requested indicator has a period /,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
