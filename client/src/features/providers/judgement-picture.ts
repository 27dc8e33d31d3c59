import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgements, judgementsAtLeast } from '@sufficiency/shared/providers/judgements.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import type { ServiceJudgement } from './service-queries.ts';
import { judgementShort } from './service-words.ts';

/** An inspection that judged, and its place between the first and the last. */
export interface JudgedPoint {
  readonly on: string;
  readonly judgement: Judgement;
  /** 0 at the first day that is shown, 1 at the last. */
  readonly along: number;
}

/** Overall judgements in the order of time, and the scale they are on, best first. */
export interface JudgementPicture {
  readonly scale: readonly Judgement[];
  readonly points: readonly JudgedPoint[];
  /** First days of years between the first and the last, with their places. */
  readonly years: readonly { readonly year: number; readonly along: number }[];
}

const time = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** The overall judgements of a service as a picture; null where none is known. */
export function judgementPicture(
  inspections: readonly Pick<ServiceJudgement, 'inspectedOn' | 'overall'>[],
): JudgementPicture | null {
  const judged = inspections
    .flatMap(({ inspectedOn, overall }) =>
      overall === null ? [] : [{ on: inspectedOn, judgement: overall }],
    )
    .toSorted((one, other) => one.on.localeCompare(other.on));
  const [first] = judged;
  const last = judged.at(-1);
  if (!first || !last) return null;
  const from = Number(first.on.slice(0, 4));
  const to = Number(last.on.slice(0, 4)) + 1;
  const start = time(`${from}-01-01`);
  const span = time(`${to}-01-01`) - start;
  const along = (day: string) => (time(day) - start) / span;
  const scale = scaleOf(first.judgement);
  return {
    scale,
    points: judged
      .filter(({ judgement }) => scale.includes(judgement))
      .map((point) => ({ ...point, along: along(point.on) })),
    years: Array.from({ length: to - from + 1 }, (_, index) => ({
      year: from + index,
      along: along(`${from + index}-01-01`),
    })),
  };
}

/** All judgements of the scale that one is on, best first. */
const scaleOf = (judgement: Judgement) =>
  judgements.filter((one) => judgementsAtLeast(one)[0] === judgementsAtLeast(judgement)[0]);

/** The judgements in one sentence: how many, and which way the newest went. */
export function judgementsSentence(
  inspections: readonly Pick<ServiceJudgement, 'inspectedOn' | 'overall'>[],
): string {
  const picture = judgementPicture(inspections);
  if (!picture) {
    return inspections.length === 0
      ? 'No inspection of it is known.'
      : `${counted(inspections.length, 'inspection')} of it ${inspections.length === 1 ? 'is' : 'are'} known; none gave an overall judgement.`;
  }
  const { points, scale } = picture;
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last) return 'No overall judgement of it is known.';
  const newest = `${judgementShort(last.judgement)} on ${writtenDay(last.on)}`;
  if (!before) return `One overall judgement is known: ${newest}.`;
  const step = scale.indexOf(before.judgement) - scale.indexOf(last.judgement);
  const way = ['worse than', 'the same as', 'better than'][Math.sign(step) + 1];
  return `${counted(points.length, 'overall judgement')} are known. The newest, ${newest}, is ${way} the one before (${judgementShort(before.judgement)}).`;
}
