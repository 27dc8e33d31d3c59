import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { HomeFacts, ListedService } from './demonstration-home.ts';
import { factsOf } from './demonstration-home.ts';
import type { PlaceRun } from './demonstration-place-states.ts';
import { statesOfPlace, statesOfReturns } from './demonstration-place-states.ts';
import type { Rhythm } from './demonstration-rhythm.ts';
import { confirmedUntil, dayNumber, dayOfNumber, rhythmOf } from './demonstration-rhythm.ts';
import type { HomeRun, MadeEvent } from './demonstration-runs.ts';
import { eventsOf, runsOfHome, stateOn } from './demonstration-runs.ts';

/** A place as its home last said it. */
interface MadePlace {
  readonly number: number;
  readonly state: string;
  readonly reason: string | null;
  /** `YYYY-MM-DD`; null where it is not reserved. */
  readonly reservedUntil: string | null;
}

/** A home that does not exist, and how its places were. */
export interface MadeHome extends HomeFacts, Rhythm {
  readonly urn: string;
  readonly authority: string;
  readonly blockOf: string | null;
  /** The first day of which anything is known, and the last on which it confirmed: `YYYY-MM-DD`. */
  readonly since: string;
  readonly confirmedOn: string;
  readonly places: readonly MadePlace[];
  /** How its places were said to be, from the first day on. */
  readonly runs: readonly HomeRun[];
  readonly events: readonly MadeEvent[];
}

/** A home that returns name. */
export interface ReturnedHome {
  /** Whether the authority runs it. */
  readonly isOwn: boolean;
  /** How a bed of it stands at the end of a month, `2026-09`, by the code of returns. */
  readonly stateAt: (bed: number, period: string) => string;
}

/** The present, in England. */
export interface Present {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Minutes after midnight. */
  readonly minute: number;
}

/** How long homes of a consortium with a full demonstration are known, and all others. Unit: days. */
const history = { d2n2: 730, others: 31 };

/**
 * Homes that do not exist, of services of the fictitious register. Those that returns name had at the end of each month
 * the beds that returns say.
 *
 * @param named homes that returns name, by their URN.
 */
export function homesOf(
  services: readonly ListedService[],
  named: ReadonlyMap<string, ReturnedHome>,
  now: Present,
): readonly MadeHome[] {
  const counted = new Map<string | null, number>();
  return services.map((service) => {
    const nth = counted.get(service.consortium) ?? 0;
    counted.set(service.consortium, nth + 1);
    const returned = named.get(service.urn);
    const of = { isNamed: returned !== undefined, inHouse: returned?.isOwn ?? false, nth };
    return homeOf(service, factsOf(service, of), { returned, now });
  });
}

function homeOf(
  service: ListedService,
  facts: HomeFacts,
  { returned, now }: { readonly returned: ReturnedHome | undefined; readonly now: Present },
): MadeHome {
  const { urn, isSupported } = service;
  const chance = chanceOf(`${urn} rhythm`);
  const rhythm = rhythmOf(chance, { isSupported, isDaily: returned !== undefined });
  const pace = 0.5 + chance.share();
  const today = dayNumber(now.day);
  const registered = service.registeredOn === null ? 0 : dayNumber(service.registeredOn);
  const known = today - (service.consortium === 'd2n2' ? history.d2n2 : history.others);
  const since = Math.max(registered, known);
  // What is to be said later today has not been said yet.
  const until = rhythm.minute <= now.minute ? today : today - 1;
  const confirmedOn = Math.max(since, confirmedUntil(rhythm, until));
  const { shortBreaks } = facts;
  const states = Array.from({ length: service.places }, (_, nth) =>
    returned
      ? statesOfReturns(`${urn} bed ${nth}`, confirmedOn, (period) => returned.stateAt(nth, period))
      : statesOfPlace(`${urn} place ${nth}`, {
          ...{ since: registered, until: confirmedOn, pace, shortBreaks },
        }),
  );
  const runs = runsOfHome(states, { from: since, to: confirmedOn, rhythm });
  return {
    ...facts,
    ...rhythm,
    urn,
    authority: service.authority,
    blockOf: service.blockOf,
    since: dayOfNumber(since),
    confirmedOn: dayOfNumber(confirmedOn),
    places: states.map((of, nth) => placeOf(of, { nth, on: confirmedOn, today })),
    runs,
    events: eventsOf(runs, rhythm, confirmedOn),
  };
}

function placeOf(
  runs: readonly PlaceRun[],
  { nth, on, today }: { readonly nth: number; readonly on: number; readonly today: number },
): MadePlace {
  const { state, reason, from } = stateOn(runs, on);
  const days = chanceOf(`${from} ${nth} reserved`).between(1, 9);
  return {
    number: nth + 1,
    state,
    reason,
    reservedUntil: state === 'RESERVED' ? dayOfNumber(today + days) : null,
  };
}
