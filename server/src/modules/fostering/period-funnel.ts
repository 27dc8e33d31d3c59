import type { Stage } from '@sufficiency/shared/fostering/stages.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import type { CountedMonths } from './counted-months.service.ts';
import { countedHouseholds, noHouseholds } from './fostering-figure.ts';
import type { FosteringGroup } from './fostering-groups.ts';
import { groupsOf, sightOf } from './fostering-groups.ts';
import type { FosteringScope } from './fostering-scope.ts';
import { placeOf } from './fostering-scope.ts';
import type { EventCount, PeriodRow } from './funnel.queries.ts';
import type { FunnelBasis } from './month-basis.ts';
import { monthsBackLoaded, monthsOfEvents } from './month-basis.ts';

/** What happened at one stage in some months. */
export interface PeriodStage {
  readonly stage: Stage;
  readonly figure: Figure;
  /** Month by month, oldest first. */
  readonly months: readonly Figure[];
}

/** What happened in some months. It is of different households at every stage. */
export interface PeriodFunnelRow {
  readonly group: FosteringGroup;
  readonly basis: readonly { readonly month: string; readonly basis: FunnelBasis }[];
  readonly stages: readonly PeriodStage[];
}

export interface PeriodFunnel {
  readonly rows: readonly PeriodFunnelRow[];
  /** All together, stage by stage; null where a part of it is not seen. */
  readonly total: readonly PeriodStage[] | null;
  readonly whyNoTotal: string | null;
}

/** Months of which events were recorded as they came, by the code of the authority, from 0. */
type MonthsOfEvents = ReadonlyMap<string | null, ReadonlySet<number>>;

/** Of each authority whose households are seen, the months of which events were recorded as they came. */
export const eventMonths = (scope: FosteringScope, found: PeriodRow): MonthsOfEvents =>
  new Map(scope.sights.map((sight) => [sight.authority.code, monthsOfEvents(scope, sight, found)]));

/** Arranges what happened by what it is counted by. */
export function periodFunnelOf(
  scope: FosteringScope,
  found: PeriodRow,
  { counts, recorded }: { readonly counts: CountedMonths; readonly recorded: MonthsOfEvents },
): PeriodFunnel {
  const groups = groupsOf(scope, found.events);
  const byKey = Map.groupBy(found.events, ({ key }) => key);
  const rows = groups.rows.map((group): PeriodFunnelRow => {
    const events = new EventCounts(byKey.get(group.key) ?? []);
    const basis = scope.months.map((month, nth) => ({
      month,
      basis: basisOf(scope, { group, nth, found, counts, recorded }),
    }));
    return {
      group: { ...group, why: wordsOf(group) },
      basis,
      stages: scope.stages.map((stage) => {
        const months = basis.map((each, nth) =>
          monthOf({ scope, group, stage, counts, events }, each, nth),
        );
        return { stage, figure: sumOf(months), months };
      }),
    };
  });
  return {
    rows,
    total: groups.whyNoTotal === null ? totalOf(scope, rows) : null,
    whyNoTotal: groups.whyNoTotal,
  };
}

const wordsOf = ({ why, since }: FosteringGroup) =>
  since === null
    ? why
    : `${why}; what happened to households that enquired before ${since} is not among it`;

interface Basing {
  readonly group: FosteringGroup;
  readonly nth: number;
  readonly found: PeriodRow;
  readonly counts: CountedMonths;
  readonly recorded: MonthsOfEvents;
}

function basisOf(
  scope: FosteringScope,
  { group, nth, found, counts, recorded }: Basing,
): FunnelBasis {
  const { authority } = group;
  if (!authority) return 'EVENTS';
  if (recorded.get(authority.code)?.has(nth)) return 'EVENTS';
  const month = scope.months[nth] ?? '';
  const isCounted = scope.stages.some(
    ({ code }) => typeof counts.at(authority, code, month)?.value === 'number',
  );
  if (isCounted) return 'COUNTS';
  const sight = sightOf(scope, authority);
  return sight && monthsBackLoaded(scope, sight, found).has(nth) ? 'EVENTS' : 'NONE';
}

/** Events of one group. */
class EventCounts {
  readonly #counts: ReadonlyMap<string, EventCount>;

  constructor(events: readonly EventCount[]) {
    this.#counts = new Map(events.map((event) => [`${event.stage} ${event.month}`, event]));
  }

  at(stage: number, month: number): Pick<EventCount, 'households' | 'synthetic'> {
    return this.#counts.get(`${stage} ${month}`) ?? { households: 0, synthetic: false };
  }
}

interface Monthly {
  readonly scope: FosteringScope;
  readonly group: FosteringGroup;
  readonly stage: Stage;
  readonly counts: CountedMonths;
  readonly events: EventCounts;
}

function monthOf(
  { scope, group, stage, counts, events }: Monthly,
  { month, basis }: PeriodFunnelRow['basis'][number],
  nth: number,
): Figure {
  if (basis === 'EVENTS') {
    const { households, synthetic } = events.at(placeOf(scope, stage.code), nth);
    return countedHouseholds(households, { formula: oneMonth, why: wordsOf(group), synthetic });
  }
  const { authority } = group;
  const figure = authority && counts.at(authority, stage.code, month);
  if (figure) return figure;
  return noHouseholds(
    group.isSeen || basis === 'COUNTS'
      ? 'not available: no events are recorded of this month, and returns do not count this stage'
      : group.why,
  );
}

const oneMonth = 'households that reached the stage in the month';

const isReleased = ({ provenance }: Figure) => provenance.release !== undefined;

/** Months added up, one being what it is; rounded figures of releases are not: they would say more than each does. */
function sumOf(months: readonly Figure[]): Figure {
  const [only] = months;
  if (only && months.length === 1) return only;
  const missing = months.find(({ value }) => value === null);
  if (months.some(isReleased)) {
    return noHouseholds('released month by month: rounded figures are not added up');
  }
  if (missing) return noHouseholds(missing.why);
  return countedHouseholds(
    months.reduce((sum, { value }) => sum + (value ?? 0), 0),
    {
      formula: 'households that reached the stage in the months, added up',
      why: [...new Set(months.map(({ why }) => why))].join('; '),
      synthetic: months.some(({ synthetic }) => synthetic),
    },
  );
}

function totalOf(
  { stages, months }: FosteringScope,
  rows: readonly PeriodFunnelRow[],
): readonly PeriodStage[] {
  return stages.map((stage, at) => {
    const monthly = months.map((_, nth) =>
      sumOf(rows.flatMap((row) => row.stages[at]?.months[nth] ?? [])),
    );
    return { stage, figure: sumOf(monthly), months: monthly };
  });
}
