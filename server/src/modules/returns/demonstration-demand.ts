import type { Counts, Weights } from '../../platform/demonstration-shapes.ts';
import { scattered, sumOf } from '../../platform/demonstration-shapes.ts';
import { flowsOf } from './demonstration-children.ts';
import type { MadeTables, ReturnMonth } from './demonstration-month.ts';
import { breakdown, chanceIn, crossed } from './demonstration-month.ts';

const wanted: Weights = { FOSTER: 68, RESIDENTIAL: 16, SUPPORTED: 13, OTHER: 3 };

/** What is found when something is wanted. */
const secured: Readonly<Record<string, Weights>> = {
  FOSTER: { FOSTER: 80, RESIDENTIAL: 5, SUPPORTED: 1, OTHER: 4, NONE: 10 },
  RESIDENTIAL: { FOSTER: 6, RESIDENTIAL: 69, SUPPORTED: 3, OTHER: 5, NONE: 17 },
  SUPPORTED: { FOSTER: 2, SUPPORTED: 85, NONE: 13 },
  OTHER: { FOSTER: 15, OTHER: 70, NONE: 15 },
};

const notices: Weights = { PLANNED: 34, SHORT: 22, EMERGENCY: 23, CRISIS: 21 };
const endings: Weights = { STAYED: 30, WITHDRAWN: 25, SEARCHING: 45 };

/** Requests for each child who came, or moved, in a month. */
const requestsEach = 0.85;

/** Placements that one authority looked for in one month; every table counts the same requests. */
export function makeDemand(of: ReturnMonth): MadeTables {
  const { starters, moves } = flowsOf(of);
  const requests = chanceIn(of, 'requests').count((starters + moves) * requestsEach);
  const byWanted = scattered(requests, wanted, chanceIn(of, 'type wanted'));
  const byType = Object.fromEntries(
    Object.entries(byWanted).map(([type, total]) => [
      type,
      scattered(total, secured[type] ?? {}, chanceIn(of, `${type} secured`)),
    ]),
  );

  return {
    'requests-by-type': crossed(
      { by: 'type_wanted', and: 'type_secured', counted: 'requests' },
      byType,
    ),
    'requests-by-notice': breakdown(
      { by: 'notice', counted: 'requests', usual: Object.keys(notices) },
      scattered(requests, notices, chanceIn(of, 'notice')),
    ),
    'requests-by-outcome': breakdown(
      { by: 'outcome', counted: 'requests', usual: ['SECURED', 'SECURED-OTHER', 'SEARCHING'] },
      outcomesOf(of, byType),
    ),
  };
}

function outcomesOf(of: ReturnMonth, byType: Readonly<Record<string, Counts>>): Counts {
  const cells = Object.entries(byType);
  const asWanted = cells.reduce((sum, [type, counts]) => sum + (counts[type] ?? 0), 0);
  const none = cells.reduce((sum, [, counts]) => sum + (counts['NONE'] ?? 0), 0);
  const all = cells.reduce((sum, [, counts]) => sum + sumOf(counts), 0);
  const otherwise = scattered(
    all - asWanted - none,
    { 'SECURED-OTHER': 92, UNREGISTERED: 8 },
    chanceIn(of, 'unregistered outcomes'),
  );
  return {
    SECURED: asWanted,
    ...otherwise,
    ...scattered(none, endings, chanceIn(of, 'requests without placement')),
  };
}
