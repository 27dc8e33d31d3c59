import type {
  HouseholdFileProblem,
  HouseholdFileRow,
  PlacesFileRow,
} from './household-file.importer.ts';
import type { NewHousehold } from './household-input.ts';
import { HouseholdCheck } from './household-input.ts';
import type { HouseholdRecord } from './household-record.ts';

/** A household of one's own organisation, as it is known or as a file adds it. */
export interface KnownHousehold {
  readonly reference: string;
  /** Null for one that the file adds. */
  readonly record: HouseholdRecord | null;
  readonly isOfAuthority: boolean;
  /** For how many places it is approved from each day on, oldest first; 0 once deregistered. */
  readonly approvals: readonly { readonly from: string; readonly places: number }[];
  /** From which day on its places were last recorded. */
  readonly lastState: string | null;
}

/** What becomes of a row. */
export interface PlannedHousehold {
  readonly file: string;
  readonly row: number;
  readonly reference: string;
  readonly outcome: 'NEW' | 'DEREGISTERED' | 'UNCHANGED' | 'PLACES';
}

/** How the places of a household are used from a day on. */
export interface PlannedPlaces {
  readonly reference: string;
  readonly fromOn: string;
  readonly placesApproved: number;
  readonly filled: number;
  readonly vacant: number;
  readonly unavailable: number;
  readonly unavailableReason: string | null;
}

export interface HouseholdsPlan {
  readonly problems: readonly HouseholdFileProblem[];
  readonly items: readonly PlannedHousehold[];
  readonly added: readonly NewHousehold[];
  readonly ended: readonly {
    readonly record: HouseholdRecord;
    readonly on: string;
    readonly reason: string;
  }[];
  /** Households as they are known once the rows are stored. */
  readonly known: readonly KnownHousehold[];
}

const columnOf = (path: string) => path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Checks that put what they find at the row’s columns. */
const checkOf = (
  problems: HouseholdFileProblem[],
  { file, row }: { readonly file: string; readonly row: number },
  day: string,
) =>
  new HouseholdCheck(
    (path, message) => problems.push({ file, row, column: columnOf(path), message }),
    day,
  );

interface About {
  readonly authority: string;
  readonly today: string;
}

/** What becomes of each row of households. */
export function planHouseholds(
  rows: readonly HouseholdFileRow[],
  known: readonly KnownHousehold[],
  { authority, today }: About,
): HouseholdsPlan {
  const problems: HouseholdFileProblem[] = [];
  const items: PlannedHousehold[] = [];
  const added: NewHousehold[] = [];
  const ended: HouseholdsPlan['ended'][number][] = [];
  const byReference = new Map(known.map((of) => [of.reference, of]));
  const seen = new Map<string, number>();

  for (const of of rows) {
    const { file, row, reference } = of;
    const input = inputOf(of, authority);
    const check = checkOf(problems, of, today);
    const before = byReference.get(reference);
    const twin = seen.get(reference);
    seen.set(reference, row);
    if (twin !== undefined) {
      check.add('reference', `is the same as in row ${twin}`);
      continue;
    }
    check.household(input);
    if (!before?.record) {
      added.push(input);
      byReference.set(reference, asAdded(input));
      items.push({ file, row, reference, outcome: 'NEW' });
      continue;
    }
    const outcome = outcomeOf(input, before, check);
    if (outcome === 'DEREGISTERED') {
      const on = input.deregisteredOn ?? '';
      ended.push({ record: before.record, on, reason: input.deregistrationReason ?? 'NK' });
      const approvals = [...before.approvals, { from: on, places: 0 }];
      byReference.set(reference, { ...before, approvals });
    }
    if (outcome !== null) items.push({ file, row, reference, outcome });
  }
  return { problems, items, added, ended, known: [...byReference.values()] };
}

const inputOf = (of: HouseholdFileRow, authority: string): NewHousehold => ({
  authority,
  reference: of.reference,
  householdType: of.household_type,
  approvedOn: of.approved_on,
  places: of.places,
  carers: of.carers,
  youngestCarer: of.youngest_carer,
  ethnicity: of.ethnicity,
  area: of.area,
  deregisteredOn: of.deregistered_on,
  deregistrationReason: of.deregistration_reason,
});

const asAdded = ({
  reference,
  approvedOn,
  places,
  deregisteredOn,
}: NewHousehold): KnownHousehold => ({
  reference,
  record: null,
  isOfAuthority: true,
  approvals: [
    { from: approvedOn, places },
    ...(deregisteredOn == null ? [] : [{ from: deregisteredOn, places: 0 }]),
  ],
  lastState: null,
});

/** What is recorded of a household, as a file says it. */
const recordedAs = (record: HouseholdRecord) =>
  [
    ['householdType', record.householdType],
    ['approvedOn', record.approvedOn],
    ['places', record.placesApproved],
    ['carers', record.carers],
    ['youngestCarer', record.youngestCarerBand],
    ['ethnicity', record.ethnicity],
    ['area', record.area],
  ] as const;

/** What becomes of a household that is known; null, with a problem, where the row says it otherwise. */
function outcomeOf(
  input: NewHousehold,
  { record, isOfAuthority, approvals, lastState }: KnownHousehold,
  check: HouseholdCheck,
): 'DEREGISTERED' | 'UNCHANGED' | null {
  if (!record) return null;
  if (!isOfAuthority) {
    check.add('reference', 'is that of a household of another authority');
    return null;
  }
  const differing = recordedAs(record).filter(([path, value]) => input[path] !== value);
  for (const [path, value] of differing) {
    check.add(
      path,
      `is recorded as ${value}: leave it so, and change that household by itself, with the day from which it is otherwise`,
    );
  }
  if (differing.length > 0) return null;
  const end = input.deregisteredOn ?? null;
  if (end === record.deregisteredOn) return 'UNCHANGED';
  const last = [approvals.at(-1)?.from ?? '', lastState ?? ''].toSorted().at(-1) ?? '';
  if (end === null || record.deregisteredOn !== null || end <= last) {
    check.add('deregistered_on', 'must be after all that was recorded of the household');
    return null;
  }
  return 'DEREGISTERED';
}

/** What becomes of each row of places. */
export function planPlaces(
  rows: readonly PlacesFileRow[],
  known: readonly KnownHousehold[],
  { today }: Pick<About, 'today'>,
): {
  readonly problems: readonly HouseholdFileProblem[];
  readonly items: readonly PlannedHousehold[];
  readonly states: readonly PlannedPlaces[];
} {
  const problems: HouseholdFileProblem[] = [];
  const items: PlannedHousehold[] = [];
  const states: PlannedPlaces[] = [];
  const byReference = new Map(known.map((of) => [of.reference, of]));
  const seen = new Map<string, number>();

  for (const of of rows) {
    const { file, row, reference, from_on: fromOn, unavailable_reason: unavailableReason } = of;
    const check = checkOf(problems, of, today);
    const household = byReference.get(reference);
    const key = `${reference} ${fromOn}`;
    const twin = seen.get(key);
    seen.set(key, row);
    if (twin !== undefined)
      check.add('reference', `is the same as in row ${twin}, on the same day`);
    if (!household?.isOfAuthority) {
      check.add('reference', 'is that of no household of this authority that you hold');
      continue;
    }
    const places = household.approvals.findLast(({ from }) => from <= fromOn)?.places ?? 0;
    const { filled, vacant, unavailable } = of;
    check.past('fromOn', fromOn);
    if (places === 0) check.add('fromOn', 'must be a day on which the household is approved');
    else check.placesUsed({ filled, vacant, unavailable, unavailableReason }, places);
    items.push({ file, row, reference, outcome: 'PLACES' });
    states.push({
      ...{ reference, fromOn, filled, vacant, unavailable, unavailableReason },
      placesApproved: places,
    });
  }
  return { problems, items, states };
}
