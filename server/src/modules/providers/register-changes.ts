/** How a newer register may differ from the one before it, in the order in which changes of one service are told. */
export const serviceChangeKinds = [
  'JOINED',
  'LEFT',
  'RETURNED',
  'RENAMED',
  'MOVED_OWNER',
  'MOVED_AREA',
  'PLACES_CHANGED',
  'JUDGEMENT_CHANGED',
  'STATUS_CHANGED',
] as const;

export type ServiceChangeKind = (typeof serviceChangeKinds)[number];

/** A service as two registers are compared by it. */
export interface StandingService {
  readonly urn: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  /** The owner's name; null where none is named. */
  readonly owner: string | null;
  /** The same for every spelling of the owner. */
  readonly ownerKey: string | null;
  /** The same for every owner of the group. */
  readonly group: string | null;
  readonly name: string | null;
  readonly authorityCode: string | null;
  readonly areaText: string;
  readonly places: number | null;
  readonly judgement: string | null;
}

export interface RegisterChange {
  readonly urn: string;
  readonly kind: ServiceChangeKind;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What a newer register changed, service by service in order of URN.
 *
 * A register with which nothing can be compared changes nothing: it is the first.
 */
export function registerChanges(
  before: readonly StandingService[],
  after: readonly StandingService[],
): RegisterChange[] {
  if (before.length === 0) return [];
  const known = new Map(before.map((service) => [service.urn, service]));
  const found = new Set(after.map(({ urn }) => urn));

  const gone = before
    .filter(({ urn, status }) => status !== 'LEFT' && !found.has(urn))
    .map(({ urn, status }) => ({ urn, kind: 'LEFT' as const, before: status, after: 'LEFT' }));
  const others = after.flatMap((service) => changesOf(known.get(service.urn), service));
  return [...gone, ...others].sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

function changesOf(before: StandingService | undefined, after: StandingService): RegisterChange[] {
  const { urn } = after;
  if (!before) return [{ urn, kind: 'JOINED', before: null, after: after.status }];

  const pairs: [ServiceChangeKind, string | null, string | null][] = [
    [before.status === 'LEFT' ? 'RETURNED' : 'STATUS_CHANGED', before.status, after.status],
    ...ownerPairs(before, after),
    ['RENAMED', before.name, after.name],
    ['MOVED_AREA', ...areaPair(before, after)],
    ['PLACES_CHANGED', textOf(before.places), textOf(after.places)],
    ['JUDGEMENT_CHANGED', before.judgement, after.judgement],
  ];
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([kind, was, is]) => ({ urn, kind, before: was, after: is }));
}

/** Another spelling of the same group is a new name; another group is another owner. Case and commas are neither. */
function ownerPairs(
  before: StandingService,
  after: StandingService,
): [ServiceChangeKind, string | null, string | null][] {
  if (before.ownerKey === after.ownerKey) return [];
  return [[before.group === after.group ? 'RENAMED' : 'MOVED_OWNER', before.owner, after.owner]];
}

/** An area of the same code may be spelt anew; areas without a code are told apart by their names. */
function areaPair(before: StandingService, after: StandingService): [string, string] {
  const isSame =
    before.authorityCode === after.authorityCode &&
    (after.authorityCode !== null || before.areaText === after.areaText);
  return isSame ? ['', ''] : [before.areaText, after.areaText];
}

const textOf = (number: number | null): string | null => (number === null ? null : String(number));
