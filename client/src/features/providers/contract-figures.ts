import { counted } from './market-words.ts';

interface UsedMonth {
  readonly bedDays: number;
  readonly voidDays: number;
}

/** Paid for, empty, and used over some months; the share is null where nothing was paid for. */
export function bedUse(months: readonly UsedMonth[]): {
  readonly bedDays: number;
  readonly voidDays: number;
  /** Unit: percent. */
  readonly occupancy: number | null;
} {
  const bedDays = months.reduce((sum, month) => sum + month.bedDays, 0);
  const voidDays = months.reduce((sum, month) => sum + month.voidDays, 0);
  return {
    bedDays,
    voidDays,
    occupancy: bedDays === 0 ? null : ((bedDays - voidDays) / bedDays) * 100,
  };
}

/** A share of 100 to one decimal, as a person reads it. Unit: percent. */
export const percentText = (share: number): string => `${share.toFixed(1)}%`;

/** What the list of block contracts says, in a sentence: how many beds, and how much of what is paid stands empty. */
export function contractsSentence(
  contracts: readonly { readonly beds: number; readonly months: readonly UsedMonth[] }[],
): string {
  if (contracts.length === 0) return 'You see no block contract: neither own ones nor others’.';
  const beds = contracts.reduce((sum, one) => sum + one.beds, 0);
  const { bedDays, voidDays, occupancy } = bedUse(contracts.flatMap(({ months }) => months));
  const first = `You see ${counted(contracts.length, 'block contract')} for ${counted(beds, 'bed')}.`;
  if (occupancy === null) return `${first} Nobody has recorded yet how they were used.`;
  return `${first} Over the months recorded, ${counted(voidDays, 'day')} of ${counted(bedDays, 'bed day')} paid for stood empty: ${percentText(100 - occupancy)}.`;
}
