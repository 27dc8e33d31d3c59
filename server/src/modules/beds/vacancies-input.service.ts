import { homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import { needCodes } from '@sufficiency/shared/beds/needs.ts';
import type { AgeBand, NoticeBand } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import {
  agesOf,
  daysUntil,
  leastNotice,
  postcodeDistrictOf,
} from '@sufficiency/shared/beds/vacancy-criteria.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgementsAtLeast } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { today } from '../../platform/clock.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthorities, findConsortium } from '../authorities/authorities.service.ts';
import { findFrameworks, findLots } from '../providers/frameworks.service.ts';
import { isHomeId } from './homes.service.ts';
import type { VacanciesWanted } from './vacancies.ts';

type Given<Value> = Value | null | undefined;

/** A search as it is asked for; what is absent does not matter. Days are `YYYY-MM-DD`. */
export interface AskedVacancies {
  /** Code. */
  readonly consortium: string;
  /** GSS codes. */
  readonly authorities?: Given<readonly string[]>;
  readonly placementTypes?: Given<readonly ProvisionType[]>;
  readonly neededFrom?: Given<string>;
  readonly notice?: Given<NoticeBand>;
  /** Unit: years. */
  readonly age?: Given<number>;
  readonly ageBand?: Given<AgeBand>;
  readonly gender?: Given<'FEMALE' | 'MALE'>;
  /** Codes. */
  readonly needs?: Given<readonly string[]>;
  readonly children?: Given<number>;
  readonly solo?: Given<boolean>;
  readonly emergency?: Given<boolean>;
  readonly education?: Given<boolean>;
  readonly near?: Given<string>;
  readonly withinMiles?: Given<number>;
  readonly district?: Given<string>;
  readonly judgementAtLeast?: Given<readonly Judgement[]>;
  /** Ids. */
  readonly framework?: Given<string>;
  readonly lot?: Given<string>;
  /** Unit: GBP a week. */
  readonly maximumWeeklyPrice?: Given<number>;
  /** Ids of homes. */
  readonly exclude?: Given<readonly string[]>;
  readonly fittingOnly?: Given<boolean>;
}

/** How far ahead a place can be looked for: states say nothing of later. Unit: days. */
const furthest = 365;

/** An empty list is as good as none. */
const given = <Value>(list: Given<readonly Value[]>): readonly Value[] | null =>
  list && list.length > 0 ? list : null;

/**
 * What is asked for, checked, with codes of today.
 *
 * @throws DomainError NOT_FOUND an unknown consortium or authority.
 * @throws DomainError BAD_USER_INPUT what cannot be: everything, each with its path.
 */
export async function checkedVacancies(
  viewer: Viewer,
  asked: AskedVacancies,
): Promise<VacanciesWanted> {
  const problems = new InputProblems();
  const when = timeOf(asked, today(viewer.clock), problems);
  const wanted = {
    ...when,
    placementTypes: typesOf(asked.placementTypes, problems),
    ages: agesAsked(asked, problems),
    needs: needsOf(asked.needs, problems),
    children: problems.within('children', asked.children, [1, 6]) ?? 1,
    district: districtOf(asked.district, problems),
    judgements: judgementsOf(asked.judgementAtLeast, problems),
    withinMiles: problems.within('withinMiles', asked.withinMiles, [0, 500]),
    maximumWeeklyPrice: problems.within(
      'maximumWeeklyPrice',
      asked.maximumWeeklyPrice,
      [1, 100_000],
    ),
    // What is no id of a home leaves nothing out, like one that is nobody’s.
    exclude: (asked.exclude ?? []).filter(isHomeId),
    ...asItIs(asked),
  };
  if (asked.withinMiles != null && !asked.near) {
    problems.add('withinMiles', 'needs “near”: the authority to measure from');
  }
  if ((asked.exclude?.length ?? 0) > mostExcluded) {
    problems.add('exclude', `must name ${mostExcluded} homes at most`);
  }
  problems.refuse();
  await requireBoughtBy(viewer, asked);
  return { ...wanted, ...(await placesOf(viewer, asked)) };
}

/** Homes that a search can leave out. */
const mostExcluded = 200;

/** What needs no looking at. */
const asItIs = (asked: AskedVacancies) => ({
  gender: asked.gender ?? null,
  solo: asked.solo ?? false,
  emergency: asked.emergency ?? false,
  education: asked.education ?? false,
  framework: asked.framework ?? null,
  lot: asked.lot ?? null,
  fittingOnly: asked.fittingOnly ?? false,
});

function timeOf(
  { neededFrom, notice }: AskedVacancies,
  day: string,
  problems: InputProblems,
): Pick<VacanciesWanted, 'day' | 'noticeDays'> {
  if (neededFrom == null) {
    const noticeDays = notice == null ? null : leastNotice[notice];
    return { day: later(day, noticeDays ?? 0), noticeDays };
  }
  if (notice != null) problems.add('notice', 'must be left out where “neededFrom” says the day');
  const noticeDays = daysUntil(day, neededFrom);
  if (noticeDays < 0) problems.add('neededFrom', `must not be in the past: today is ${day}`);
  if (noticeDays > furthest) problems.add('neededFrom', `must be within ${furthest} days`);
  return { day: neededFrom, noticeDays };
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function agesAsked(
  { age, ageBand }: AskedVacancies,
  problems: InputProblems,
): VacanciesWanted['ages'] {
  if (age != null && ageBand != null) {
    problems.add('ageBand', 'must be left out where “age” says it');
  }
  problems.within('age', age, [0, 17]);
  if (age != null) return [age, age];
  return ageBand == null ? null : agesOf[ageBand];
}

/** Kinds whose places are kept: of others there is nothing to find. */
function typesOf(
  types: Given<readonly ProvisionType[]>,
  problems: InputProblems,
): readonly ProvisionType[] | null {
  const kept: readonly ProvisionType[] = homeProvisionTypes;
  if (types?.some((type) => !kept.includes(type))) {
    problems.add('placementTypes', `must be among ${kept.join(', ')}`);
  }
  return given(types);
}

function needsOf(needs: Given<readonly string[]>, problems: InputProblems): readonly string[] {
  const unknown = (needs ?? []).find((need) => !needCodes.some((code) => code === need));
  if (unknown !== undefined) problems.add('needs', `must be among ${needCodes.join(', ')}`);
  return needs ?? [];
}

function districtOf(text: Given<string>, problems: InputProblems): string | null {
  if (text == null || text.trim() === '') return null;
  const district = postcodeDistrictOf(text);
  if (district === null) {
    problems.add('district', 'must be a postcode district, such as NG7: no whole postcode');
  }
  return district;
}

/** Ofsted's two scales are not compared: homes on one that is not named do not fit. */
function judgementsOf(
  least: Given<readonly Judgement[]>,
  problems: InputProblems,
): readonly Judgement[] | null {
  const all = given(least)?.flatMap(judgementsAtLeast) ?? null;
  if (all && new Set(all).size < all.length) {
    problems.add('judgementAtLeast', 'must name one judgement of each scale at most');
  }
  return all;
}

/** @throws DomainError NOT_FOUND a framework or lot that the viewer may not read, or that is not there. */
async function requireBoughtBy(viewer: Viewer, { framework, lot }: AskedVacancies): Promise<void> {
  if (framework != null && !(await findFrameworks(viewer, [framework]))[0]) {
    throw notFound('framework', globalIdOf('Framework', framework));
  }
  if (lot != null && !(await findLots(viewer, [lot]))[0]) {
    throw notFound('lot', globalIdOf('FrameworkLot', lot));
  }
}

async function placesOf(
  viewer: Viewer,
  { consortium, authorities, near }: AskedVacancies,
): Promise<Pick<VacanciesWanted, 'areas' | 'near'>> {
  const members = await membersOf(viewer, consortium);
  const [middle = null] = near ? await codesOf(viewer, [near]) : [];
  const chosen = given(authorities);
  if (!chosen) return { areas: members, near: middle };
  const areas = await codesOf(viewer, chosen);
  const outsider = areas.find((code) => !members.includes(code));
  if (outsider !== undefined) throw notFound(`member of ${consortium}`, outsider);
  return { areas, near: middle };
}

/** @throws DomainError NOT_FOUND there is no such authority. */
async function codesOf(viewer: Viewer, codes: readonly string[]): Promise<string[]> {
  const found = await findAuthorities(viewer, codes);
  return found.map((authority, index) => {
    if (!authority) throw notFound('authority', codes[index] ?? '');
    return authority.code;
  });
}

/** @throws DomainError NOT_FOUND there is no such consortium. */
async function membersOf(viewer: Viewer, code: string): Promise<string[]> {
  const found = await findConsortium(viewer, code);
  if (!found) throw notFound('consortium', code);
  return found.members.map((member) => member.code);
}
