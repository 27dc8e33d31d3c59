import { badInput } from '@sufficiency/shared/errors.ts';
import { byteOrderMark, csvText } from '@sufficiency/shared/returns/writing/csv-text.ts';
import { today } from '../../platform/clock.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn, recordOwn } from '../audit/audit.service.ts';
import { recordedAuthorities, storeHouseholds } from './household-adding.service.ts';
import { endApproval } from './household-changes.service.ts';
import type {
  HouseholdFileProblem,
  HouseholdFileRow,
  HouseholdTemplate,
  PlacesFileRow,
} from './household-file.importer.ts';
import { householdTemplates, readHouseholdFile } from './household-file.importer.ts';
import type {
  HouseholdsPlan,
  KnownHousehold,
  PlannedHousehold,
  PlannedPlaces,
} from './household-import-plan.ts';
import { planHouseholds, planPlaces } from './household-import-plan.ts';
import { toHousehold } from './household-record.ts';
import { storePlaceStates } from './place-states.queries.ts';
import type { ToldProblems } from './told-problems.ts';
import { toldOf } from './told-problems.ts';

/** What files of households would change, or have changed: all of them or nothing. */
export interface HouseholdImport extends ToldProblems<HouseholdFileProblem> {
  /** True where it was done; false where it was only looked at, or cannot be used. */
  readonly applied: boolean;
  readonly items: readonly PlannedHousehold[];
}

const mostFiles = 2;
const longestFile = 5_000_000;

/**
 * Reads approved households of one authority, and how their places are used, from CSV: all of it or nothing. A household
 * that is known is not changed by it, but for its deregistration: a file does not say from which day it is otherwise, so
 * that what differs is refused, cell by cell.
 *
 * @param apply false: only says what would change.
 * @throws DomainError BAD_USER_INPUT another's authority, no file, or one that is too long.
 */
export async function importHouseholds(
  viewer: Viewer,
  {
    authority,
    files,
    apply,
  }: { readonly authority: string; readonly files: readonly File[]; readonly apply: boolean },
): Promise<HouseholdImport> {
  requirePermission(viewer.actor, 'enquiry:write');
  if (!(await recordedAuthorities(viewer)).includes(authority)) {
    throw badInput('authority must be one that you answer for, or a member of your hub.');
  }
  if (files.length === 0 || files.length > mostFiles) {
    throw badInput('Send one file of households, one of places, or both.');
  }
  const long = files.find(({ size }) => size > longestFile);
  if (long) throw badInput(`${long.name} has ${long.size} bytes: at most ${longestFile} are read.`);
  const read = await Promise.all(
    files.map(async (file) => readHouseholdFile(file.name, await file.text())),
  );
  const unreadable = read.flatMap(({ problems }) => problems);
  if (unreadable.length > 0) return { applied: false, ...toldOf(unreadable), items: [] };

  const households = read.flatMap((of) => of.households);
  const places = read.flatMap((of) => of.places);
  const known = await knownHouseholds(viewer, authority, { households, places });
  const day = today(viewer.clock);
  const plan = planHouseholds(households, known, { authority, today: day });
  const used = planPlaces(places, plan.known, { today: day });
  const problems = [...plan.problems, ...used.problems];
  const items = [...plan.items, ...used.items];
  const applied = apply && problems.length === 0;
  if (applied) {
    await store(viewer, { authority, known, plan, states: used.states });
    await recordOwn(viewer, { type: 'household.imported', details: { authorities: [authority] } });
  }
  return { applied, ...toldOf(problems), items };
}

/** A CSV file to fill in with households, or with how their places are used. */
export function readHouseholdTemplate(
  viewer: Viewer,
  of: HouseholdTemplate,
): { readonly name: string; readonly content: Buffer } {
  requirePermission(viewer.actor, 'enquiry:write');
  noteOwn(viewer, { type: 'household.templateDownloaded', details: { file: 'csv' } });
  const content = Buffer.from(byteOrderMark + csvText(householdTemplates[of]));
  return { name: `fostering-${of}.csv`, content };
}

/** Households of one's own organisation that rows name, with what is known of their approval and places. */
async function knownHouseholds(
  viewer: Viewer,
  authorityCode: string,
  rows: {
    readonly households: readonly HouseholdFileRow[];
    readonly places: readonly PlacesFileRow[];
  },
): Promise<KnownHousehold[]> {
  const references = [
    ...new Set([...rows.households, ...rows.places].map(({ reference }) => reference)),
  ];
  const found = await viewer.db.fosteringHousehold.findMany({
    where: { tenantId: viewer.actor.organisationId, reference: { in: references } },
    include: {
      changes: { orderBy: { changedOn: 'asc' } },
      states: { orderBy: { fromOn: 'desc' }, take: 1 },
    },
  });
  return found.map(({ changes, states, ...row }) => ({
    record: toHousehold(row),
    isOfAuthority: row.authorityCode === authorityCode,
    approvals: changes.map(({ changedOn, placesAfter }) => ({
      from: dayText(changedOn),
      places: placesAfter,
    })),
    lastState: dayOrNull(states[0]?.fromOn ?? null),
    reference: row.reference,
  }));
}

async function store(
  viewer: Viewer,
  {
    authority,
    known,
    plan,
    states,
  }: {
    readonly authority: string;
    readonly known: readonly KnownHousehold[];
    readonly plan: HouseholdsPlan;
    readonly states: readonly PlannedPlaces[];
  },
): Promise<void> {
  const ids = await storeHouseholds(viewer, plan.added);
  const idOf = new Map([
    ...known.map(({ reference, record }) => [reference, record?.id ?? ''] as const),
    ...plan.added.map(({ reference }, nth) => [reference, ids[nth] ?? ''] as const),
  ]);
  // Before approvals end: what was so before is recorded first.
  await viewer.operation.rows(
    storePlaceStates(
      states.map(({ reference, ...state }) => ({
        ...state,
        tenantId: viewer.actor.organisationId,
        authorityCode: authority,
        householdId: idOf.get(reference) ?? '',
      })),
    ),
  );
  for (const { record, on, reason } of plan.ended) {
    await endApproval(viewer, record, { on, reason });
  }
}
