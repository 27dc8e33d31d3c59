import { utilisationOf } from '@sufficiency/shared/fostering/utilisation.ts';
import {
  calendarMonth,
  firstCollectedMonth,
  monthsFrom,
} from '@sufficiency/shared/indicators/period.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import { readComparison } from '../indicators/comparison.service.ts';
import type {
  CapacityPart,
  CapacityRow,
  CapacityWanted,
  DeregisteredPart,
  OwnReturnRow,
} from './capacity.queries.ts';
import { capacityMonths, capacityParts, deregistered, ownReturnRows } from './capacity.queries.ts';
import { recordedHouseholds } from './capacity-figure.ts';
import type { CapacityMonth, CountedCapacity } from './capacity-month.ts';
import { countedMonth, placeFigures, recordedMonth } from './capacity-month.ts';
import type { DeregisteredGroup, HouseholdGroup, MayRetire } from './capacity-parts.ts';
import { deregisteredGroups, groupsOfKind, mayRetireOf } from './capacity-parts.ts';
import type { BesideChildren } from './carers-beside-children.ts';
import { besideChildren, childrenTables } from './carers-beside-children.ts';
import { readFosteringScope } from './fostering-scope.service.ts';
import type { FosteringScope } from './fostering-scope.ts';
import type { HouseholdSight } from './fostering-sight.service.ts';
import type { ConstellationRecord } from './household-record.ts';
import { listConstellations } from './households.service.ts';
import { readPublishedChildren } from './published-children.service.ts';

/** What is known of households that were recorded one by one, at the end of the last month or within all months. */
export interface CapacityDetails {
  readonly types: readonly HouseholdGroup[];
  readonly unavailable: readonly HouseholdGroup[];
  readonly mayRetire: MayRetire;
  readonly deregistered: readonly DeregisteredGroup[];
  /** Of one's own authorities; empty for others. */
  readonly besideChildren: readonly BesideChildren[];
}

/** Foster carers of an authority, month by month. */
export interface AuthorityCapacity {
  readonly authority: AuthorityRecord;
  readonly why: string;
  readonly months: readonly CapacityMonth[];
  /** Null where its households are not seen one by one. */
  readonly details: CapacityDetails | null;
  readonly constellations: readonly ConstellationRecord[];
}

/** Foster carers of a consortium's members, month by month. */
export interface Capacity {
  readonly consortium: ConsortiumRecord;
  readonly months: readonly string[];
  readonly authorities: readonly AuthorityCapacity[];
}

/**
 * Households, places and how full they are, who came and went, who may retire: of households that were recorded one by one
 * where the viewer sees them; else of its own returns; else as comparisons show it. Nothing is added up over authorities.
 *
 * @source `fostering_household` and what belongs to it, one's own accepted returns, and the cells of `comparison`.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT as for every answer about fostering.
 */
export async function readCapacity(viewer: Viewer, raw: unknown): Promise<Capacity> {
  const scope = await readFosteringScope(viewer, raw);
  const { consortium, months, sights, wanted: of } = scope;
  const codes = sights.map(({ authority }) => authority.code);
  const wanted: CapacityWanted = {
    lock: of.lock,
    authorities: codes,
    monthEnds: months.map((month) => endOf(scope, month)),
    householdTypes: of.householdTypes,
  };
  const { operation } = viewer;
  const rows = await operation.rows<CapacityRow>(capacityMonths(wanted));
  const parts = await operation.rows<CapacityPart>(capacityParts(wanted));
  const gone = await operation.rows<DeregisteredPart>(deregistered(wanted));
  const constellations = await listConstellations(viewer, codes);
  const counted = await readCounted(viewer, scope, rows);
  const own = await readOwnRows(viewer, scope);
  const recordedOwn = sights.flatMap(({ how, authority: { code } }) =>
    how === 'OWN' && rows.some((row) => row.authority_code === code) ? [code] : [],
  );
  const published = await readPublishedChildren(viewer, consortium, recordedOwn);

  return {
    consortium,
    months,
    authorities: scope.authorities.map((authority) => {
      const { code } = authority;
      const ofIt = <Row extends { readonly authority_code: string }>(all: readonly Row[]) =>
        all.filter(({ authority_code }) => authority_code === code);
      const sight = sights.find((each) => each.authority.code === code);
      const recorded = ofIt(rows);
      return {
        authority,
        why: sight?.why ?? notShared(authority),
        months: monthsOf(scope, { authority, sight, rows: recorded, counted, own: ofIt(own) }),
        details:
          recorded.length === 0
            ? null
            : {
                types: groupsOfKind(ofIt(parts), 'TYPE'),
                unavailable: groupsOfKind(ofIt(parts), 'UNAVAILABLE'),
                mayRetire: mayRetireOf(ofIt(parts)),
                deregistered: deregisteredGroups(ofIt(gone)),
                besideChildren:
                  sight?.how === 'OWN'
                    ? besideChildren(ofIt(parts), ofIt(own), published.get(code))
                    : [],
              },
        constellations: constellations.filter(({ authorityCode }) => authorityCode === code),
      };
    }),
  };
}

const notShared = ({ name }: AuthorityRecord) =>
  `not shared: no agreement in force lets you see ${name}’s records of fostering`;

/** The last day of a month that is known: today in the one that has not ended. */
function endOf({ today }: FosteringScope, month: string): string {
  const { endsOn } = calendarMonth(month);
  return endsOn < today ? endsOn : today;
}

/** Months from the first in which an authority has a household, as far back as the viewer sees them. */
function isRecorded(
  { months }: FosteringScope,
  { sight, rows }: { sight: HouseholdSight | undefined; rows: readonly CapacityRow[] },
  nth: number,
): boolean {
  const first = Math.min(...rows.map(({ month }) => month));
  const isSeen = sight?.since == null || `${months[nth]}-01` >= sight.since;
  return isSeen && nth >= first;
}

/** How an authority's months are known. */
interface Known {
  readonly authority: AuthorityRecord;
  readonly sight: HouseholdSight | undefined;
  readonly rows: readonly CapacityRow[];
  readonly counted: ReadonlyMap<string, Figure>;
  readonly own: readonly OwnReturnRow[];
}

const indicators = {
  households: 'fostering-households-month-end',
  vacant: 'foster-places-vacant-month-end',
  approved: 'fostering-approvals-month',
  deregistered: 'fostering-deregistrations-month',
} as const;

const monthsOf = (scope: FosteringScope, known: Known): CapacityMonth[] =>
  scope.months.map((month, nth) => {
    const { authority, sight, rows, counted } = known;
    if (isRecorded(scope, known, nth)) {
      const row = rows.find((each) => each.month === nth);
      const synthetic = rows.some((each) => each.synthetic);
      const why = sight?.why ?? 'own';
      return recordedMonth(month, row, { why, synthetic, source: recordedHouseholds });
    }
    if (scope.isFiltered) {
      const why = 'not available: returns and releases count all types of household together here';
      return countedMonth(month, nothing, { places: null, why });
    }
    const at = (key: string) => counted.get(`${authority.code} ${key} ${month}`);
    const found: CountedCapacity = {
      households: at(indicators.households),
      vacant: at(indicators.vacant),
      approved: at(indicators.approved),
      deregistered: at(indicators.deregistered),
    };
    const why = sight?.how === 'OWN' ? 'not available: nothing was recorded' : notShared(authority);
    return countedMonth(month, found, { places: ownPlaces(known, month), why });
  });

const nothing: CountedCapacity = {
  households: undefined,
  vacant: undefined,
  approved: undefined,
  deregistered: undefined,
};

/** Figures of months that were not recorded household by household, by authority, indicator and month. */
async function readCounted(
  viewer: Viewer,
  { consortium, months, authorities, today }: FosteringScope,
  rows: readonly CapacityRow[],
): Promise<ReadonlyMap<string, Figure>> {
  const ended = months.filter(
    (month) => month >= firstCollectedMonth && calendarMonth(month).endsOn < today,
  );
  const wanting = authorities.filter(
    ({ code }) => !rows.some(({ authority_code, month }) => authority_code === code && month === 0),
  );
  const [first] = ended;
  const last = ended.at(-1);
  if (wanting.length === 0 || !first || !last) return new Map();
  const comparison = await readComparison(viewer, {
    consortium: consortium.code,
    indicators: Object.values(indicators),
    authorities: wanting.map(({ code }) => code),
    period: last,
    periods: monthsFrom(first, `${last}-01`).length,
  });
  return new Map(
    comparison.rows.flatMap(({ indicator, cells }) =>
      cells.map(({ code, period, figure }) => [`${code} ${indicator.key} ${period}`, figure]),
    ),
  );
}

const placesTable = 'households-and-places';

/** Rows of one's own returns: of places in all months, of children in the last that has ended. */
async function readOwnRows(
  { actor, operation }: Viewer,
  { months, sights, today }: FosteringScope,
): Promise<OwnReturnRow[]> {
  const authorities = sights
    .filter(({ how }) => how === 'OWN')
    .map(({ authority }) => authority.code);
  if (authorities.length === 0) return [];
  const last = months.findLast((month) => calendarMonth(month).endsOn < today);
  const places = await operation.rows<OwnReturnRow>(
    ownReturnRows(actor.organisationId, {
      ...{ authorities, dataset: 'fostering', tables: [placesTable], periods: months },
    }),
  );
  const children = await operation.rows<OwnReturnRow>(
    ownReturnRows(actor.organisationId, {
      ...{ authorities, dataset: 'placements', tables: childrenTables },
      periods: last === undefined ? [] : [last],
    }),
  );
  return [...places, ...children];
}

/** Places as an own return says them; null where none does, or a part of it is not known. */
function ownPlaces({ own }: Known, month: string) {
  const rows = own.filter(
    ({ table_name, period, cells }) =>
      table_name === placesTable && period === month && cells[2] !== totalCode,
  );
  const numbers = rows.map(({ cells }) => cells.slice(4, 8));
  if (rows.length === 0 || !numbers.flat().every((text) => /^\d+$/.test(text))) return null;
  const sum = (at: number) => numbers.reduce((total, cells) => total + Number(cells[at]), 0);
  const used = utilisationOf({
    approved: sum(0),
    filled: sum(1),
    vacant: sum(2),
    unavailable: sum(3),
  });
  const synthetic = rows.some((row) => row.synthetic);
  return placeFigures(used, { why: 'own', source: 'Own return of fostering', synthetic });
}
