import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { monthsOfFinancialYear } from '@sufficiency/shared/fostering/like-for-like.ts';
import { writtenDay } from '../indicators/london-day.ts';
import type { FosteringTarget, KeptForecast, TargetMonths } from './target-queries.ts';

/** What a plan is of, for people: the whole hub or an authority, and the type of household where it is of one. */
export function planTitle({
  authority,
  householdType,
}: Pick<FosteringTarget | KeptForecast, 'householdType'> & {
  readonly authority: { readonly name: string } | null;
}): string {
  const whose = authority?.name ?? 'The whole hub';
  if (householdType === null) return whose;
  const type = enquiryHouseholdTypes.codes.find(({ code }) => code === householdType)?.label;
  return `${whose}, ${(type ?? householdType).toLowerCase()}`;
}

/** How far a target’s year has come, in a sentence. */
export function targetSentence(target: FosteringTarget): string {
  const { year, approvals, progress, check } = target;
  const doubt = check.agrees ? '' : ', and contradicts itself';
  const aim = `${planTitle(target)}: the target of ${year} is ${approvals} households approved${doubt}.`;
  if (!progress) return aim;
  const share = approvals > 0 ? ` (${Math.round((progress.approvals / approvals) * 100)} %)` : '';
  const invented = progress.synthetic ? ' What was counted is made up for a demonstration.' : '';
  return `${aim} By ${writtenDay(progress.until)}, ${progress.approvals} had been${share}, and ${progress.enquiries.toLocaleString('en-GB')} households had enquired.${invented}`;
}

/** How forecasts that were held against what came did: how many of them held it, and of how many years they were. */
export function scoredSentence(forecasts: readonly Pick<KeptForecast, 'score' | 'year'>[]): string {
  const kept = `${forecasts.length} ${forecasts.length === 1 ? 'forecast is' : 'forecasts are'} kept`;
  const scored = forecasts.filter(({ score }) => score !== null);
  if (scored.length === 0) return `${kept}; none was held against what came yet.`;
  const held = scored.filter(({ score }) => score?.isWithin).length;
  const years = new Set(scored.map(({ year }) => year)).size;
  return `${kept}; ${scored.length} of them, of ${years === 1 ? 'one year' : `${years} years`}, ${scored.length === 1 ? 'was' : 'were'} held against what came, which lay within the interval of ${held}.`;
}

/** The financial year a day is in: 2026-11-22 is of 2026-27. */
export function financialYearOf(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const starts = month > 3 ? year : year - 1;
  return `${starts}-${String((starts + 1) % 100).padStart(2, '0')}`;
}

/** The first and last month of a financial year that have ended, and the same of the year before; null while there is none. */
export function spansOf(
  year: string,
  lastEnded: string,
): { readonly now: MonthSpan; readonly before: MonthSpan } | null {
  const ended = monthsOfFinancialYear(year).filter((month) => month <= lastEnded);
  const [from, to] = [ended[0], ended.at(-1)];
  if (from === undefined || to === undefined) return null;
  return { now: { from, to }, before: { from: yearBefore(from), to: yearBefore(to) } };
}

interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** What happened at each stage, of all members or of one authority; null where it is not to be seen. */
export const stagesOfPlan = ({ period }: TargetMonths, authority: string | null) =>
  authority === null
    ? period.total
    : (period.rows.find(({ group }) => group.key === authority)?.stages ?? null);

/** A number with one decimal at most. */
export const roughly = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
