import { badInput } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { storeNights } from './home-changes.queries.ts';
import type { HomeRecord } from './home-record.ts';
import type { SeenVersion } from './home-seen.service.ts';
import { holdHomes, keptBy, recordHomes } from './home-seen.service.ts';
import { requireHome } from './homes.service.ts';

/** Nights of a short-break home, each `YYYY-MM-DD`, and the version somebody saw of it. */
export interface NightsInput extends SeenVersion {
  readonly nights: readonly {
    readonly night: string;
    /** Unit: beds. */
    readonly capacity: number;
    readonly used: number;
  }[];
}

const mostNights = 400;

/**
 * Records nights of a short-break home, or puts them right.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for saying how its places are.
 * @throws DomainError BAD_USER_INPUT it gives no short breaks, or a night cannot be: by path.
 */
export async function recordNights(viewer: Viewer, input: NightsInput): Promise<HomeRecord> {
  const held = await holdHomes(viewer, [input]);
  const [home] = held;
  if (!home?.shortBreaks) {
    throw badInput('Only of a short-break home nights are counted.', { path: 'home' });
  }
  check(input.nights, home, today(viewer.clock));
  try {
    await viewer.operation.rows(storeNights({ ...input, home: home.id }, await keptBy(viewer)));
  } catch (error) {
    if ((error as { code?: unknown }).code !== '42501') throw error;
    throw badInput(
      'One of these nights was recorded before the home was yours: who holds the home puts it right.',
      { path: 'nights' },
    );
  }
  await recordHomes(viewer, 'home.nightsRecorded', held);
  return await requireHome(viewer, home.id);
}

function check(nights: NightsInput['nights'], { counts }: HomeRecord, day: string): void {
  const problems = new InputProblems();
  if (nights.length === 0 || nights.length > mostNights) {
    problems.add('nights', `must be 1 to ${mostNights}`);
  }
  const seen = new Set<string>();
  for (const [nth, { night, capacity, used }] of nights.entries()) {
    const path = `nights[${nth}]`;
    if (seen.has(night)) problems.add(`${path}.night`, 'is there twice');
    seen.add(night);
    if (night > day) problems.add(`${path}.night`, 'must not be a night to come');
    problems.within(`${path}.capacity`, capacity, [0, counts.registered]);
    problems.within(`${path}.used`, used, [0, capacity]);
  }
  problems.refuse();
}
