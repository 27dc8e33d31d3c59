import type { HomeProvisionType } from '@sufficiency/shared/beds/freshness.ts';
import { ageLimits } from '@sufficiency/shared/beds/freshness.ts';
import { homeNeeds } from '@sufficiency/shared/beds/needs.ts';
import type { Criterion } from '@sufficiency/shared/beds/vacancy-fit.ts';
import { outcomeOf } from '@sufficiency/shared/beds/vacancy-fit.ts';
import type { FitFacts, VacancyPrice } from '@sufficiency/shared/beds/vacancy-words.ts';
import { fitInWords, rankInWords } from '@sufficiency/shared/beds/vacancy-words.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { findFrameworks, findLots } from '../providers/frameworks.service.ts';
import { noteHomes, readBedSight } from './bed-sight.service.ts';
import type { HomeRecord } from './home-record.ts';
import { findHomes } from './homes.service.ts';
import { vacanciesRegistered, vacanciesWanted } from './vacancies.queries.ts';
import type { RegisteredFound, VacanciesFound, VacanciesWanted, VacancyRow } from './vacancies.ts';
import { anything, askedOf } from './vacancies.ts';
import type { AskedVacancies } from './vacancies-input.service.ts';
import { checkedVacancies } from './vacancies-input.service.ts';
import type { VacancyLock } from './vacancy-places.queries.ts';

/** How a home stands to something that was asked. */
export interface Fit {
  readonly criterion: Criterion;
  readonly text: string;
}

/** A home with a place that the viewer can have. */
export interface VacancyRecord extends VacancyRow {
  /** 1 is the first of all answers. */
  readonly rank: number;
  readonly price: VacancyPrice | null;
  readonly fits: readonly Fit[];
  readonly doesNotFit: readonly Fit[];
  readonly notKnown: readonly Fit[];
  /** Why it ranks where it does, what weighs most first. */
  readonly why: readonly string[];
}

/** What a search found: a page, and what there is in all. */
export interface Vacancies extends Omit<VacanciesFound, 'page'> {
  readonly vacancies: readonly VacancyRecord[];
  /** GSS codes of areas that were asked for and whose homes the viewer does not see. */
  readonly notShown: readonly string[];
}

/**
 * Homes with a place that the viewer can have now: in-house, of its own block contracts, by a framework from which its
 * authorities buy, or offered to all. Places that are others' block are none. What weighs most first, stale ones last.
 *
 * Pages are counted off, for states change while somebody turns them: a place in the order would not stand still.
 *
 * @unit   miles between the centres of authorities; to the home itself only where its own holder entered where it is. GBP a
 *   week: what was tendered to one's own tenant, or its own contract's price, or the public maximum of the lot.
 * @source states as homes last said them; judgements of the register.
 * @throws DomainError NOT_FOUND an unknown consortium or authority.
 * @throws DomainError BAD_USER_INPUT what cannot be asked, with its path.
 */
export async function findVacancies(
  viewer: Viewer,
  asked: AskedVacancies,
  page: { readonly offset: number; readonly limit: number },
): Promise<Vacancies> {
  const { wanted, found } = await searched(viewer, asked, page);
  const near = wanted.near === null ? null : await findAuthority(viewer, wanted.near);
  const { shown } = await readBedSight(viewer);
  const seen = [...viewer.actor.authorityCodes, ...shown.map((area) => area.authorityCode)];
  return {
    ...found,
    notShown: wanted.areas.filter((code) => !seen.includes(code)),
    vacancies: found.page.map((row, index) =>
      inWords(row, wanted, { rank: page.offset + index + 1, near: near?.name ?? null }),
    ),
  };
}

/** What was asked for, as it was checked, and what was found. The logs of those whose homes were looked through are told. */
export async function searched(
  viewer: Viewer,
  asked: AskedVacancies,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly wanted: VacanciesWanted; readonly found: VacanciesFound }> {
  requirePermission(viewer.actor, 'beds:find');
  const wanted = await checkedVacancies(viewer, asked);
  const lock = await lockOf(viewer);
  const [found] = await viewer.operation.rows<VacanciesFound>(
    vacanciesWanted(wanted, { lock, page, now: viewer.clock.now() }),
  );
  if (!found) throw new Error('A search answered nothing.');
  await noteLookedThrough(viewer, found);
  return { wanted, found };
}

/**
 * URNs of homes with a place that the viewer can have now, wherever they stand: as `findVacancies` finds them, and told to the
 * same logs.
 */
export async function vacantUrns(viewer: Viewer): Promise<readonly string[]> {
  requirePermission(viewer.actor, 'beds:find');
  const lock = await lockOf(viewer);
  const wanted = anything([...lock.authorities, ...lock.shownAreas], today(viewer.clock));
  const [found] = await viewer.operation.rows<RegisteredFound>(
    vacanciesRegistered(wanted, { lock, now: viewer.clock.now() }),
  );
  if (!found) throw new Error('A search answered nothing.');
  await noteLookedThrough(viewer, found);
  return found.urns;
}

async function lockOf(viewer: Viewer): Promise<VacancyLock> {
  const { shown } = await readBedSight(viewer);
  return {
    tenantId: viewer.actor.organisationId,
    authorities: viewer.actor.authorityCodes,
    shownTenants: shown.map(({ tenantId }) => tenantId),
    shownAreas: shown.map(({ authorityCode }) => authorityCode),
  };
}

/** Who is found says something of all that were looked through, whichever page is shown. */
async function noteLookedThrough(
  viewer: Viewer,
  { givers, holders }: Pick<VacanciesFound, 'givers' | 'holders'>,
): Promise<void> {
  await noteHomes(
    viewer,
    givers.map((giver) => ({ ...giver, providerId: null })),
  );
  for (const { tenantId, leadAuthorityCode } of holders) {
    const authorities = leadAuthorityCode === null ? [] : [leadAuthorityCode];
    noteRead(viewer, { tenantId, dataset: 'providers', authorities, indicators: [], periods: [] });
  }
}

/** Titles of needs, as sentences use them. */
const needTitles: ReadonlyMap<string, string> = new Map(
  homeNeeds.codes.map(({ code, label }) => [code, label.toLowerCase()]),
);
const titlesOf = (needs: readonly string[]) => needs.map((need) => needTitles.get(need) ?? need);

/** An answer with what is said of it. */
export function inWords(
  row: VacancyRow,
  wanted: VacanciesWanted,
  { rank, near }: { readonly rank: number; readonly near: string | null },
): VacancyRecord {
  const { frameworkReference, lotNumber } = row;
  const price = priceOf(row);
  const facts = factsOf(row, price);
  const asked = { ...wanted, needs: titlesOf(wanted.needs) };
  const told = [...askedOf(wanted)].map((criterion) => {
    const outcome = outcomeOf(row.mark, criterion);
    return { outcome, criterion, text: fitInWords(criterion, outcome, { facts, asked }) };
  });
  const which = (wantedOutcome: (typeof told)[number]['outcome']): Fit[] =>
    told
      // That it is open is worth a word only where it is not.
      .filter(
        ({ outcome, criterion }) =>
          outcome === wantedOutcome && !(criterion === 'OPEN' && outcome === 'FITS'),
      )
      .map(({ criterion, text }) => ({ criterion, text }));
  const offer =
    frameworkReference === null || lotNumber === null
      ? null
      : { framework: frameworkReference, lot: lotNumber, tier: row.tier };
  return {
    ...row,
    rank,
    price,
    fits: which('FITS'),
    doesNotFit: which('MISSES'),
    notKnown: which('UNKNOWN'),
    why: rankInWords(
      { ...row, offer, ageLimitHours: ageLimits[row.provisionType as HomeProvisionType] },
      near,
    ),
  };
}

const priceOf = ({ priceKind, weeklyPrice }: VacancyRow): VacancyPrice | null =>
  priceKind === null || weeklyPrice === null ? null : { kind: priceKind, weekly: weeklyPrice };

const factsOf = (row: VacancyRow, price: VacancyPrice | null): FitFacts => ({
  ...row,
  ages: [row.ageFrom, row.ageTo],
  needs: titlesOf(row.needs),
  price,
});

const byId = <Record extends { readonly id: string }>(records: readonly (Record | null)[]) =>
  new Map(records.flatMap((record) => (record ? [[record.id, record] as const] : [])));

const homes = inBatches(async (viewer: Viewer, ids: readonly string[]) =>
  byId(await findHomes(viewer, ids)),
);
const frameworks = inBatches(async (viewer: Viewer, ids: readonly string[]) =>
  byId(await findFrameworks(viewer, ids)),
);
const lots = inBatches(async (viewer: Viewer, ids: readonly string[]) =>
  byId(await findLots(viewer, ids)),
);

/** The home of an answer. */
export async function homeOf(viewer: Viewer, { id }: VacancyRecord): Promise<HomeRecord> {
  const home = await homes(viewer, id);
  // One snapshot: what the search found is there.
  if (!home) throw new Error(`The home ${id} was found, and is not there.`);
  return home;
}

/** The framework by which an answer is offered, and its lot. */
export const frameworkOf = async (viewer: Viewer, { frameworkId }: VacancyRecord) =>
  frameworkId === null ? null : await frameworks(viewer, frameworkId);
export const lotOf = async (viewer: Viewer, { lotId }: VacancyRecord) =>
  lotId === null ? null : await lots(viewer, lotId);
