import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import type { Inspection } from './registered-service.ts';

interface Inspected {
  readonly urn: string;
  readonly provisionType: string;
  /** `YYYY-MM-DD`. */
  readonly registeredOn: string | null;
}

/** Of homes and agencies with a judgement on Ofsted’s register of 31 March 2025. Unit: percent. */
const shares: readonly (readonly [Judgement, number])[] = [
  ['OUTSTANDING', 15],
  ['GOOD', 71],
  ['REQUIRES_IMPROVEMENT', 13],
  ['INADEQUATE', 1],
];
const supportedShares: readonly (readonly [Judgement, number])[] = [
  ['CONSISTENTLY_STRONG', 55],
  ['INCONSISTENT', 35],
  ['SERIOUS_WEAKNESSES', 10],
];
/** How much had been inspected by then: little of supported accommodation, and none of what was new. */
const inspected = 0.92;
const supportedInspected = 0.06;

const isSupported = ({ provisionType }: Inspected) => provisionType === 'SUPPORTED_ACCOMMODATION';

const scaleOf = (of: Inspected) => (isSupported(of) ? supportedShares : shares);

/** From publication to publication. Unit: milliseconds. */
const publishedAfter = 34 * 86_400_000;

/** A day early enough in a year from 1 April for its report to be out by the end. */
const dayIn = (year: number, share: number): string =>
  new Date(Date.UTC(year, 3, 1 + Math.floor(share * 320))).toISOString().slice(0, 10);

/** Inspections that never were, of the two years to 31 March 2025; none of what was not registered yet. */
export function firstInspections(of: Inspected): readonly Inspection[] {
  const chance = chanceOf(`${of.urn} inspections`);
  if (chance.share() > (isSupported(of) ? supportedInspected : inspected)) return [];
  const weights: Weights = Object.fromEntries(scaleOf(of));
  const usual = chance.weighed(weights) as Judgement;
  const years = isSupported(of) ? [2024] : [2023, 2024];
  return years
    .map((year) => dayIn(year, chance.share()))
    .filter((day) => day > (of.registeredOn ?? ''))
    .map((day, index, days) =>
      inspection(of, { day, overall: index < days.length - 1 ? besideOf(usual, of) : usual }),
    );
}

/** An inspection that never was. */
export function inspection(
  of: Inspected,
  { day, overall }: { readonly day: string; readonly overall: Judgement },
): Inspection {
  return {
    urn: of.urn,
    inspectedOn: day,
    kind: 'FULL',
    publishedOn: new Date(Date.parse(day) + publishedAfter).toISOString().slice(0, 10),
    overall,
    protection: isSupported(of) ? null : overall,
    leadership: isSupported(of) ? null : besideOf(overall, of),
  };
}

/** The next judgement down its scale; the lowest stays. */
export function fallen(from: Judgement): Judgement {
  const scale = [shares, supportedShares].find((all) => all.some(([one]) => one === from)) ?? [];
  const at = scale.findIndex(([one]) => one === from);
  return scale[at + 1]?.[0] ?? from;
}

/** Mostly the same judgement, sometimes Good where it is not. */
const besideOf = (from: Judgement, of: Inspected): Judgement =>
  isSupported(of) || chanceOf(`${of.urn} beside`).share() < 0.85 ? from : 'GOOD';
