/** What Ofsted judges most services, best first. */
const usualScale = ['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'] as const;

/** What Ofsted judges supported accommodation, best first. */
const supportedScale = ['CONSISTENTLY_STRONG', 'INCONSISTENT', 'SERIOUS_WEAKNESSES'] as const;

export const judgements = [...usualScale, ...supportedScale] as const;

export type Judgement = (typeof judgements)[number];

/** In Ofsted's words. */
export const judgementTitles: Readonly<Record<Judgement, string>> = {
  OUTSTANDING: 'Outstanding',
  GOOD: 'Good',
  REQUIRES_IMPROVEMENT: 'Requires improvement to be good',
  INADEQUATE: 'Inadequate',
  CONSISTENTLY_STRONG: 'Consistently strong service delivery',
  INCONSISTENT: 'Inconsistent quality of service delivery',
  SERIOUS_WEAKNESSES: 'Serious or widespread weaknesses',
};

const byTitle: ReadonlyMap<string, Judgement> = new Map(
  judgements.map((judgement) => [judgementTitles[judgement].toLowerCase(), judgement]),
);

/** The judgement that Ofsted prints so; null if there is none. */
export const judgementOf = (printed: string): Judgement | null =>
  byTitle.get(printed.trim().toLowerCase()) ?? null;

const scaleOf = (judgement: Judgement): readonly Judgement[] =>
  judgement === 'CONSISTENTLY_STRONG' ||
  judgement === 'INCONSISTENT' ||
  judgement === 'SERIOUS_WEAKNESSES'
    ? supportedScale
    : usualScale;

/** A judgement and all better ones of its scale, best first. The two scales are never compared with one another. */
export function judgementsAtLeast(least: Judgement): readonly Judgement[] {
  const scale = scaleOf(least);
  return scale.slice(0, scale.indexOf(least) + 1);
}
