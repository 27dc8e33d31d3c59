import type { Forecast, ForecastFacts } from '@sufficiency/shared/fostering/forecast.ts';
import { forecastYear } from '@sufficiency/shared/fostering/forecast.ts';
import type { Followed } from '@sufficiency/shared/fostering/survival.ts';
import { financialYear } from '@sufficiency/shared/indicators/period.ts';
import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import type { MadeEnquiry } from './demonstration-enquiry.ts';
import { daysBetween } from './demonstration-enquiry.ts';
import { approvedIn } from './demonstration-plans.ts';

/** A forecast as it would have been made on an earlier day. */
export interface MadeForecast
  extends Pick<Forecast, 'approvedSoFar' | 'expected' | 'low' | 'high' | 'intervalLevel'> {
  readonly year: string;
  readonly madeOn: string;
  readonly inputs: Pick<Forecast, 'parts' | 'fromNew'> & { readonly enquiriesADay: number };
  /** Once the year is over. Unit: households. */
  readonly actual: number | null;
  readonly scoredOn: string | null;
}

/** Stages from which it is followed how households fare, in order. */
const followed = [
  'RECEIVED',
  'INITIAL-VISIT',
  'APPLICATION',
  'STAGE1-START',
  'STAGE2-START',
  'PANEL',
];

/** A year is scored so many days after its end. */
const scoredAfter = 10;

/** The ends of quarters, but for those that end a year. */
const quarters = ['2025-06-30', '2025-09-30', '2025-12-31', '2026-06-30', '2026-09-30'];

/** What the hub expected at the ends of earlier quarters, from what it knew by then; scored where the year is over. */
export function forecastsOf(enquiries: readonly MadeEnquiry[], day: string): MadeForecast[] {
  const counted = enquiries.filter(({ duplicateOf }) => duplicateOf === null);
  return quarters
    .filter((madeOn) => madeOn < day)
    .map((madeOn) => {
      const starts = Number(madeOn.slice(0, 4));
      const {
        label: year,
        startsOn: from,
        endsOn,
      } = financialYear(`${starts}-${(starts % 100) + 1}`);
      const facts = factsOn(counted, { madeOn, from, endsOn });
      const { parts, fromNew, expected, ...forecast } = forecastYear(facts);
      const scoredOn = daysAfter(endsOn, scoredAfter);
      const isScored = scoredOn <= day;
      return {
        ...forecast,
        ...{ year, madeOn, expected: Math.round(expected * 100) / 100 },
        inputs: { parts, fromNew, enquiriesADay: facts.enquiriesADay },
        actual: isScored ? approvedIn(counted, { authority: null, from, to: endsOn }) : null,
        scoredOn: isScored ? scoredOn : null,
      };
    });
}

/** What was known on a day. */
function factsOn(
  counted: readonly MadeEnquiry[],
  {
    madeOn,
    from,
    endsOn,
  }: { readonly madeOn: string; readonly from: string; readonly endsOn: string },
): ForecastFacts {
  const stood = counted
    .filter(({ receivedOn }) => receivedOn <= madeOn)
    .map((made) => ({ backLoaded: made.backLoaded, ways: waysOf(made, madeOn) }));
  const own = counted.filter(({ backLoaded, receivedOn }) => !backLoaded && receivedOn <= madeOn);
  const first = own.map(({ receivedOn }) => receivedOn).toSorted()[0] ?? madeOn;
  const days = Math.min(365, daysBetween(first, madeOn) + 1);
  const lastYear = own.filter(({ receivedOn }) => receivedOn > daysAfter(madeOn, -365));
  const fared = stood.flatMap(({ backLoaded, ways }) => (backLoaded ? [] : ways));
  return {
    approvedSoFar: approvedIn(counted, { authority: null, from, to: madeOn }),
    daysLeft: daysBetween(madeOn, endsOn),
    open: stood.flatMap(({ ways }) => {
      const last = ways.at(-1);
      return last?.end === 'OPEN' ? [{ stage: last.stage, age: last.days, households: 1 }] : [];
    }),
    fared: Map.groupBy(fared, ({ stage }) => stage),
    enquiriesADay: lastYear.length / days,
  };
}

/** How one household fared by a day from each stage that it had reached, in order. */
function waysOf({ events }: MadeEnquiry, day: string): (Followed & { readonly stage: string })[] {
  const known = new Map(events.filter(({ on }) => on <= day).map(({ kind, on }) => [kind, on]));
  const approval = known.get('APPROVAL');
  const left = known.get('WITHDRAWN') ?? known.get('NOT-APPROVED');
  const ended = left ? 'LEFT' : 'OPEN';
  const end = approval ? 'REACHED' : ended;
  return followed.flatMap((stage) => {
    const on = known.get(stage);
    return on === undefined
      ? []
      : [{ stage, days: daysBetween(on, approval ?? left ?? day), end, households: 1 } as const];
  });
}
