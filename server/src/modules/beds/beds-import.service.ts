import type { DealtPlace } from '@sufficiency/shared/beds/dealt-places.ts';
import { dealtPlaces } from '@sufficiency/shared/beds/dealt-places.ts';
import { badInput } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayOrNull } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { homesKeptBy } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { readBedSight } from './bed-sight.service.ts';
import type { BedsFileProblem, BedsFileRow } from './beds-file.importer.ts';
import { readBedsFile } from './beds-file.importer.ts';
import { fromFile, sayPlaces } from './home-changes.queries.ts';
import { holdHomes, keptBy, recordHomes } from './home-seen.service.ts';
import { checkState } from './said-places.ts';

/** What becomes of a home of a file. */
export interface PlannedHome {
  readonly urn: string;
  readonly outcome: 'CHANGED' | 'CONFIRMED';
}

/** What a file of homes' places would change, or has changed: all of it or nothing. */
export interface BedsImport {
  /** True where it was done; false where it was only looked at, or cannot be used. */
  readonly applied: boolean;
  readonly problems: readonly BedsFileProblem[];
  readonly homes: readonly PlannedHome[];
}

const longestFile = 500_000;

/**
 * Reads how the places of homes are from CSV: all of it or nothing. A home that a file names is confirmed by it.
 *
 * @param apply false: only says what would change.
 * @throws DomainError BAD_USER_INPUT the file is too long.
 */
export async function importBeds(
  viewer: Viewer,
  { csv, apply }: { readonly csv: string; readonly apply: boolean },
): Promise<BedsImport> {
  requirePermission(viewer.actor, 'beds:write');
  if (csv.length > longestFile) {
    throw badInput(`The file has ${csv.length} characters: at most ${longestFile} are read.`);
  }
  const { rows, problems: unreadable } = readBedsFile(csv);
  if (unreadable.length > 0) return { applied: false, problems: unreadable, homes: [] };

  const known = await knownHomes(viewer, [...new Set(rows.map(({ urn }) => urn))]);
  const problems = rows.flatMap((row) => problemsOf(row, today(viewer.clock)));
  const planned = [...Map.groupBy(rows, ({ urn }) => urn)].flatMap(([urn, said]) => {
    const home = known.get(urn);
    const problem = problemOfHome(said, home);
    if (problem || !home) {
      if (problem) problems.push(problem);
      return [];
    }
    return [{ home, ...plannedOf(home, said) }];
  });
  problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  const applied = apply && problems.length === 0;
  if (applied) await store(viewer, planned);
  return {
    applied,
    problems,
    homes: planned.map(({ home, outcome }) => ({ urn: home.urn, outcome })),
  };
}

/** A home that the viewer keeps, and its places. */
interface KnownHome {
  readonly id: string;
  readonly urn: string;
  readonly version: number;
  readonly places: readonly DealtPlace[];
}

async function knownHomes(
  viewer: Viewer,
  urns: readonly string[],
): Promise<ReadonlyMap<string, KnownHome>> {
  const { providerIds } = await readBedSight(viewer);
  const rows = await viewer.db.home.findMany({
    where: { urn: { in: [...urns] }, ...homesKeptBy(viewer.actor, providerIds) },
    include: { places: { orderBy: { number: 'asc' } } },
  });
  return new Map(
    rows.map(({ places, ...home }) => [
      home.urn,
      {
        ...home,
        places: places.map((place) => ({
          number: place.number,
          state: place.state as DealtPlace['state'],
          reason: place.reason,
          reservedUntil: dayOrNull(place.reservedUntil),
        })),
      },
    ]),
  );
}

function problemsOf(
  { row, state, reason, reserved_until: reservedUntil }: BedsFileRow,
  day: string,
): BedsFileProblem[] {
  const problems: BedsFileProblem[] = [];
  const found = (path: string, message: string) =>
    problems.push({ row, column: path === 'reservedUntil' ? 'reserved_until' : path, message });
  checkState({ state, reason, reservedUntil }, { found, path: '', today: day });
  return problems;
}

/** A home of another and a home that there is not are told alike. */
function problemOfHome(
  said: readonly BedsFileRow[],
  home: KnownHome | undefined,
): BedsFileProblem | null {
  const row = said[0]?.row ?? null;
  if (!home) return { row, column: 'urn', message: 'must be that of a home of yours' };
  const sum = said.reduce((total, { places }) => total + places, 0);
  if (sum === home.places.length) return null;
  return {
    ...{ row, column: 'places' },
    message: `must add up to ${home.places.length}, as many as home ${home.urn} has: its rows say ${sum}`,
  };
}

interface Planned extends PlannedHome {
  readonly places: readonly DealtPlace[];
}

function plannedOf({ urn, places }: KnownHome, said: readonly BedsFileRow[]): Planned {
  const dealt = dealtPlaces(
    places,
    said.map(({ reserved_until: reservedUntil, ...row }) => ({ ...row, reservedUntil })),
  );
  const changed = dealt.some((place, nth) => place !== places[nth]);
  return { urn, outcome: changed ? 'CHANGED' : 'CONFIRMED', places: dealt };
}

async function store(
  viewer: Viewer,
  planned: readonly (Planned & { readonly home: KnownHome })[],
): Promise<void> {
  const seen = planned.map(({ home: { id, version } }) => ({ home: id, version }));
  const held = await holdHomes(viewer, seen);
  await viewer.operation.rows(fromFile);
  const places = planned.flatMap(({ home, places: all }) =>
    all.map((place) => ({ ...place, home: home.id })),
  );
  await viewer.operation.rows(sayPlaces(places, await keptBy(viewer)));
  await recordHomes(viewer, 'home.imported', held);
}
