import { figureText } from '../indicators/figure-text.ts';

/** What a block contract costs and how it was used. Prices in GBP a week for one bed. */
export interface BlockUse {
  /** Paid for each bed, occupied or not. */
  readonly weeklyPrice: number;
  /** What the same place costs by spot purchase; null where nobody says. */
  readonly spotWeeklyPrice: number | null;
  /** Days paid for, over all beds; 0 where no month was recorded. */
  readonly bedDays: number;
  /** Those of them on which the bed was empty. */
  readonly voidDays: number;
}

/** When a block bed is as dear as a spot placement, and how it has gone. */
export interface BreakEven {
  /** Occupancy at which both cost the same; above 100 the block is dearer even when it is full. Unit: percent. */
  readonly occupancy: number | null;
  /** As recorded. Unit: percent. */
  readonly actualOccupancy: number | null;
  /** What a week cost in which a bed was used. Unit: GBP a week. */
  readonly costOfUsedWeek: number | null;
  readonly sentence: string;
}

const pounds = (value: number) =>
  figureText({ value, symbol: null, unit: 'GBP per week', decimals: 0 });
const percent = (value: number) =>
  figureText({ value, symbol: null, unit: 'percent', decimals: 1 });

/**
 * When a block bed is as dear as a spot placement: a bed paid for all the time at b and used for a share o of it costs b / o
 * for each week used, so it breaks even with spot at s where o = b / s.
 */
export function breakEven({
  weeklyPrice,
  spotWeeklyPrice,
  bedDays,
  voidDays,
}: BlockUse): BreakEven {
  const used = bedDays - voidDays;
  const actualOccupancy = bedDays > 0 ? (100 * used) / bedDays : null;
  const costOfUsedWeek = used > 0 ? (weeklyPrice * bedDays) / used : null;
  const occupancy = spotWeeklyPrice === null ? null : (100 * weeklyPrice) / spotWeeklyPrice;
  return {
    occupancy,
    actualOccupancy,
    costOfUsedWeek,
    sentence: [
      ofPrices(weeklyPrice, spotWeeklyPrice),
      ofUse(actualOccupancy, costOfUsedWeek, spotWeeklyPrice),
    ].join(' '),
  };
}

function ofPrices(weeklyPrice: number, spot: number | null): string {
  const block = `A bed at ${pounds(weeklyPrice)} a week, paid whether or not it is used,`;
  if (spot === null) return `${block} cannot be compared: no spot price is recorded.`;
  if (weeklyPrice > spot) {
    return `${block} is dearer than a spot placement at ${pounds(spot)} even when it is always full.`;
  }
  return `${block} is as dear as a spot placement at ${pounds(spot)} when it is occupied ${percent((100 * weeklyPrice) / spot)} of the time, and cheaper above.`;
}

function ofUse(occupancy: number | null, cost: number | null, spot: number | null): string {
  if (occupancy === null) return 'No month of its use is recorded.';
  if (cost === null) return 'It was never used in the months recorded.';
  const use = `It was occupied ${percent(occupancy)} of the time recorded: each week used cost ${pounds(cost)}`;
  if (spot === null) return `${use}.`;
  const difference = Math.abs(spot - cost);
  if (difference < 0.5) return `${use}, as much as by spot.`;
  return `${use}, ${pounds(difference)} ${cost < spot ? 'less' : 'more'} than by spot.`;
}
