import type { Forecast, ForecastFacts } from '@sufficiency/shared/fostering/forecast.ts';
import { followedStages, forecastYear } from '@sufficiency/shared/fostering/forecast.ts';
import type { Way } from '@sufficiency/shared/fostering/known-ways.ts';
import { knownOn } from '@sufficiency/shared/fostering/known-ways.ts';
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
  readonly inputs: Pick<Forecast, 'parts' | 'fromNew' | 'enquiriesADay' | 'quarters'>;
  /** Once the year is over. Unit: households. */
  readonly actual: number | null;
  readonly scoredOn: string | null;
}

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
      const { parts, fromNew, enquiriesADay, quarters, expected, ...forecast } =
        forecastYear(facts);
      const scoredOn = daysAfter(endsOn, scoredAfter);
      const isScored = scoredOn <= day;
      return {
        ...forecast,
        ...{ year, madeOn, expected: Math.round(expected * 100) / 100 },
        inputs: { parts, fromNew, enquiriesADay, quarters },
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
  return {
    approvedSoFar: approvedIn(counted, { authority: null, from, to: madeOn }),
    daysLeft: daysBetween(madeOn, endsOn),
    ...knownOn(
      counted.map((made) => wayOf(made, madeOn)),
      0,
    ),
  };
}

/** In days from the one the forecast is made on. */
function wayOf({ events, backLoaded }: MadeEnquiry, madeOn: string): Way {
  const on = new Map(events.map((event) => [event.kind, daysBetween(madeOn, event.on)]));
  const approvedOn = on.get('APPROVAL');
  const endOn = approvedOn ?? on.get('WITHDRAWN') ?? on.get('NOT-APPROVED');
  return {
    backLoaded,
    reached: followedStages.flatMap((stage) => {
      const day = on.get(stage);
      return day === undefined ? [] : [{ stage, day }];
    }),
    end: endOn === undefined ? null : { day: endOn, isApproved: approvedOn !== undefined },
  };
}
