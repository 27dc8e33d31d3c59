import { oddityOf } from '@sufficiency/shared/fostering/event-order.ts';
import { isEnding } from '@sufficiency/shared/fostering/events.ts';
import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import type { MadeEnquiry, MadeQuery } from './demonstration-enquiry.ts';
import { changedStages } from './demonstration-stages.ts';

type Known = Omit<MadeEnquiry, 'queries'>;

/** An odd event that somebody sent of an enquiry; null where none would be odd of it. */
type Odd = (made: Known, day: string) => { readonly kind: string; readonly on: string } | null;

const dayOf = ({ events }: Known, kind: string) => events.find((event) => event.kind === kind)?.on;
const isOpen = ({ events }: Known) => !events.some(({ kind }) => isEnding(kind));

const odd = {
  /** An application is sent again, with another day. */
  appliedTwice: (made) => {
    const on = dayOf(made, 'APPLICATION');
    return on === undefined ? null : { kind: 'APPLICATION', on: daysAfter(on, 4) };
  },
  /** A visit to a household that had withdrawn. */
  visitedAfter: (made) => {
    const on = dayOf(made, 'WITHDRAWN');
    const isNew = dayOf(made, 'INITIAL-VISIT') === undefined;
    return on === undefined || !isNew ? null : { kind: 'INITIAL-VISIT', on: daysAfter(on, 3) };
  },
  /** An approval of a household that never applied. */
  approvedWithout: (made, day) =>
    isOpen(made) && dayOf(made, 'INITIAL-VISIT') && !dayOf(made, 'APPLICATION')
      ? { kind: 'APPROVAL', on: daysAfter(day, -2) }
      : null,
  /** Stage 1 begun before the application came. */
  begunBefore: (made) => {
    const on = dayOf(made, 'APPLICATION');
    const isNew = dayOf(made, 'STAGE1-START') === undefined;
    return on === undefined || !isNew || !isOpen(made)
      ? null
      : { kind: 'STAGE1-START', on: daysAfter(on, -3) };
  },
} satisfies Record<string, Odd>;

/** How many of each are held on a day, and what became of them. */
const wanted: readonly {
  readonly by: Odd;
  readonly count: number;
  readonly answer: 'DROP' | null;
}[] = [
  { by: odd.approvedWithout, count: 2, answer: null },
  { by: odd.begunBefore, count: 1, answer: null },
  { by: odd.visitedAfter, count: 2, answer: null },
  { by: odd.appliedTwice, count: 2, answer: null },
  { by: odd.appliedTwice, count: 3, answer: 'DROP' },
];

/** Events that are held on a day, by the reference of their enquiry: of the latest that they would be odd of. */
export function queriesOf(
  known: readonly Known[],
  day: string,
): ReadonlyMap<string, readonly MadeQuery[]> {
  const held = new Map<string, readonly MadeQuery[]>();
  const candidates = known
    .filter(({ duplicateOf, backLoaded, authority }) => !duplicateOf && !backLoaded && authority)
    .toReversed();
  for (const { by, count, answer } of wanted) {
    const found = candidates.flatMap((made) => {
      const event = held.has(made.reference) ? null : by(made, day);
      const asked = event && event.on <= day ? oddityOf(event, made.events, changedStages) : null;
      return event && asked?.against
        ? [
            {
              reference: made.reference,
              query: { ...event, ...asked, against: asked.against, answer },
            },
          ]
        : [];
    });
    for (const { reference, query } of found.slice(0, count)) held.set(reference, [query]);
  }
  return held;
}
