import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPastedTable } from './paste.ts';
import { publishedPapers } from './published-tables.ts';
import { reconcile } from './reconcile.ts';

const folder = new URL('./examples/', import.meta.url);

/** What is said of a printed table. */
function reconciled(name: string) {
  const pasted = readPastedTable(readFileSync(new URL(`${name}.csv`, folder), 'utf8'));
  if ('problem' in pasted) throw new Error(pasted.problem);
  const [header = [], ...rows] = pasted.rows;
  return reconcile({ header, rows });
}

const sentencesOf = (name: string) =>
  reconciled(name).findings.map(({ severity, sentence }) => `${severity}: ${sentence}`);

describe('the faults of the five papers', () => {
  test('Norfolk 2020: 21 children are missing by gender and by age, and the stock does not follow', () => {
    expect(sentencesOf('norfolk-scrutiny-2020/children-in-care-performance')).toEqual([
      'error: The rows of “Children who ceased to be looked after during the year, Gender” add up to 413 in “numerator”, but their percentages are of 434 in “denominator”: 21 more, so they cannot add up to 100%.',
      'error: The rows of “Children who ceased to be looked after during the year, Age” add up to 413 in “numerator”, but their percentages are of 434 in “denominator”: 21 more, so they cannot add up to 100%.',
      'query: In “Norfolk prediction 2019-20”, 1,188 before, plus 341 who started, less 434 who left, is 1,095; the table says 1,106: 11 more.',
      'query: The rows of “Children who started to be looked after during the year, Category of need” add up to 111% in “Statistical neighbours 2018-19”, not to 100%. Rounding explains 4 at most.',
    ]);
  });

  test('Norfolk 2023: the total of places leaves out two homes', () => {
    expect(sentencesOf('norfolk-sufficiency-2023/residential-homes-2023-06-30')).toEqual([
      "error: In “maximum occupancy” the rows add up to 40, but “TOTAL” says 32: 8 less. The total leaves out “Marshfield's” and “Aylsham Road”, of which another figure is not given.",
    ]);
  });

  test('Norfolk 2023: in-house and agency carers are not three quarters', () => {
    expect(sentencesOf('norfolk-sufficiency-2023/statements')).toEqual([
      'query: “Share placed with in-house foster carers” and “Share placed with independent fostering agencies” make 68% together, but the paper says about 75% overall. Ask what else is counted.',
    ]);
  });

  test('Northamptonshire: household types make one more than their total', () => {
    expect(sentencesOf('northamptonshire-sufficiency-2022/foster-carer-profile-2022-08')).toEqual([
      'error: In “value” the rows of “Household type” add up to 208, but “Approved mainstream” says 207: 1 less.',
    ]);
  });

  test('Northamptonshire: a percentage was rounded so that three make 100', () => {
    expect(sentencesOf('northamptonshire-sufficiency-2022/placement-requests-by-notice')).toEqual([
      'note: “Short Notice”, “2021 percent” says 30%, but 280 of 915 is 31% (30.6%). It may have been rounded the other way so that the percentages add up to 100.',
    ]);
  });

  test('Northamptonshire: one figure is given twice', () => {
    expect(sentencesOf('northamptonshire-sufficiency-2022/statements')).toEqual([
      'query: “Family and friends arrangements” is given as 225, and elsewhere as 175. Say which one holds, and for which day.',
    ]);
  });

  test('Nottinghamshire: the target of approvals follows neither from enquiries nor from its growth', () => {
    expect(sentencesOf('nottinghamshire-progress-2024/statements')).toEqual([
      'error: 15.45% of 660 (“Enquiries target”) is 102, but “Approvals target” says 103: 1 more.',
      'error: “Approvals target” says 103 and calls it a change of 89% on 54; from 54 to 103 it is 91%. 89% on 54 would be 102.',
    ]);
  });

  test('Staffordshire: the parts of spend make more than the whole', () => {
    expect(sentencesOf('staffordshire-sufficiency-2023/spend-by-placement-2023-02')).toEqual([
      'error: In “spend gbp million” the rows add up to 67, but “Overall actual spend” says 55.4: 11.6 less. Rounding explains 2.55 at most.',
    ]);
  });

  test('Staffordshire: one share is given as two', () => {
    expect(sentencesOf('staffordshire-sufficiency-2023/statements')).toEqual([
      'query: “Same place two or more years” is given as 64.9, and elsewhere as 66.1. Say which one holds, and for which day.',
    ]);
  });
});

test.each([
  ['norfolk-sufficiency-2023/fostering-requests-2022', 7],
  ['norfolk-sufficiency-2023/looked-after-demographics', 15],
  ['norfolk-sufficiency-2023/residential-with-low-need-score', 9],
  ['northamptonshire-sufficiency-2022/entrants-2021-22', 6],
  ['northamptonshire-sufficiency-2022/placements-on-and-off-framework-2022-08-15', 12],
  ['staffordshire-sufficiency-2023/fostering-enquiries-and-starters', 10],
])('nothing is found in %s, in %i checks', (name, checks) => {
  expect(reconciled(name)).toMatchObject({ findings: [], checks });
});

test.each([
  'norfolk-sufficiency-2023/foster-care-share',
  'norfolk-sufficiency-2023/valuing-care-need-domains',
  'northamptonshire-sufficiency-2022/homes-and-beds-2022-08',
  'northamptonshire-sufficiency-2022/provider-frameworks-2022-08',
  'northamptonshire-sufficiency-2022/requested-versus-secured-2021-22',
  'nottinghamshire-progress-2024/homes-pipeline',
])('there is nothing to add up in %s', (name) => {
  expect(reconciled(name)).toMatchObject({
    sentence: 'There is nothing in this table to add up.',
    findings: [],
    unchecked: [],
  });
});

test('months that are not given are not taken for nothing', () => {
  expect(
    reconciled('staffordshire-sufficiency-2023/fostering-enquiries-and-starters').unchecked.map(
      ({ sentence }) => sentence,
    ),
  ).toEqual([
    'The total of “enquiries 2022 23” cannot be checked: no figure is given for “November”, “December”, “January”, “February” and “March”.',
    'The total of “starters 2022 23” cannot be checked: no figure is given for “November”, “December”, “January”, “February” and “March”.',
  ]);
});

test('every example that is offered is there, and every one that is there is offered', () => {
  const offered = publishedPapers.flatMap(({ folder: paper, tables }) =>
    Object.keys(tables).map((table) => `${paper}/${table}.csv`),
  );
  const there = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.csv'));

  expect(offered.sort()).toEqual(there.sort());
});
