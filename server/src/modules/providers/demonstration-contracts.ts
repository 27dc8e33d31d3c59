import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Market, MarketMonth } from '../returns/demonstration-market.service.ts';

/** Beds that an authority has to itself, as its returns say. */
export interface MadeContract {
  readonly authority: string;
  readonly reference: string;
  readonly provider: string;
  readonly urn: string;
  readonly beds: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly noticeMonths: number;
  readonly decisionLeadMonths: number;
  /** Rights to extend it by a year each. */
  readonly extensions: number;
  /** Unit: GBP a week for each bed. */
  readonly weeklyPrice: number;
  /** What the same costs by spot purchase. Unit: GBP a week. */
  readonly spotWeeklyPrice: number;
  readonly months: readonly {
    readonly month: string;
    readonly monthEnd: string;
    readonly beds: number;
    readonly occupied: number;
    readonly voidDays: number;
  }[];
}

type Row = MarketMonth['contracts'][number];

/** The block contracts of an authority’s returns: price and beds as in the latest, use as in each month. */
export function contractsOf({ authority, months }: Market): readonly MadeContract[] {
  const latest = months.at(-1)?.contracts ?? [];
  return latest.map((row) => {
    const chance = chanceOf(`${authority} ${row['contract']} terms`);
    const perBed = Math.round((100 * Number(row['weekly_price'])) / Number(row['beds'])) / 100;
    return {
      authority,
      reference: String(row['contract']),
      provider: String(row['provider']),
      urn: String(row['urn']),
      beds: Number(row['beds']),
      startsOn: String(row['starts_on']),
      endsOn: String(row['ends_on']),
      noticeMonths: chance.between(1, 2) * 3,
      decisionLeadMonths: chance.between(2, 3) * 3,
      extensions: chance.between(0, 2),
      weeklyPrice: perBed,
      spotWeeklyPrice: Math.round((perBed * chance.about(1.24, 0.06)) / 10) * 10,
      months: months.flatMap((month) => monthOf(month, row)),
    };
  });
}

function monthOf({ period, endsOn, contracts }: MarketMonth, { contract }: Row) {
  const row = contracts.find((said) => said['contract'] === contract);
  if (!row) return [];
  return [
    {
      month: period,
      monthEnd: endsOn,
      beds: Number(row['beds']),
      occupied: Number(row['occupied']),
      voidDays: Number(row['void_days']),
    },
  ];
}
