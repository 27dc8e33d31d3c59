import { randomUUID } from 'node:crypto';
import { homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import { needCodeOf } from '@sufficiency/shared/beds/needs.ts';
import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { dayFromOrNull } from '../../platform/days.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { requirePermission } from '../access/actor.ts';
import { homesHeldBy } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { isDemonstration } from '../providers/made-up.service.ts';
import { findService } from '../providers/register.service.ts';
import type { HomeDescription, HomeFacts } from './home-input.ts';
import { checkFacts, describedAs, mostPlaces } from './home-input.ts';
import type { HomeRecord } from './home-record.ts';
import type { SeenVersion } from './home-seen.service.ts';
import { holdHomes, recordHomes } from './home-seen.service.ts';
import { mayDescribe, requireHome } from './homes.service.ts';

type Maybe<Value> = Value | null | undefined;
type ServiceRecord = NonNullable<Awaited<ReturnType<typeof findService>>>;

/** A home to be taken on the list. What is absent is what the register says of it. */
export interface NewHome extends HomeFacts {
  readonly urn: string;
  /** How many places it has. */
  readonly places?: Maybe<number>;
}

const isHomeType = (service: ServiceRecord) =>
  homeProvisionTypes.some((type) => type === service.provisionType);

/**
 * Takes a registered service of one's own area on the list. Its places are not operational until somebody says how they are.
 *
 * @throws DomainError NOT_FOUND no such service.
 * @throws DomainError CONFLICT it is on the list already.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 */
export async function addHome(viewer: Viewer, input: NewHome): Promise<HomeRecord> {
  requirePermission(viewer.actor, 'beds:plan');
  const service = await findService(viewer, input.urn);
  if (!service) throw notFound('service', input.urn);
  const authorityCode = service.authorityCode ?? '';
  const problems = new InputProblems();
  if (!viewer.actor.authorityCodes.includes(authorityCode)) {
    problems.add('urn', 'must be that of a service in an area that you answer for');
  }
  if (!isHomeType(service) || service.status === 'LEFT') {
    problems.add('urn', 'must be that of a home or supported accommodation on the register');
  }
  if (!service.synthetic && (await isDemonstration(viewer))) {
    problems.add('urn', 'is a real one: in a demonstration homes are fictitious');
  }
  const places = input.places ?? service.places ?? 0;
  problems.within('places', places, [1, mostPlaces]);
  const facts = describedAs(registered(service), input);
  checkFacts(problems, facts, input.location);
  problems.refuse();
  const held = homesHeldBy(viewer.actor);
  if ((await viewer.db.home.count({ where: { ...held, urn: input.urn } })) > 0) {
    throw conflict(`Home ${input.urn} is on your list already: change it instead.`);
  }
  const { synthetic, providerId, provisionType } = service;
  const id = randomUUID();
  await viewer.db.home.create({
    data: {
      ...{ ...held, id, urn: input.urn, synthetic, providerId, provisionType, authorityCode },
      ...toRow(facts),
      changedAt: viewer.clock.now(),
    },
  });
  await setPlaces(viewer, { id, tenantId: held.tenantId }, { from: 0, to: places });
  await setLocation(viewer, id, input.location);
  const home = await requireHome(viewer, id);
  await recordHomes(viewer, 'home.added', [home]);
  return home;
}

const registered = (service: ServiceRecord): HomeDescription => ({
  ...{ name: null, genders: 'ANY', noticeDays: 0, opensOn: null, closesOn: null },
  ...{ education: false, siblings: false, solo: false, emergency: false, spot: false },
  inHouse: service.inHouse,
  ageFrom: service.ageFrom ?? 0,
  ageTo: service.ageTo ?? 17,
  needs: service.needs.flatMap((need) => needCodeOf(need) ?? []),
  shortBreaks: service.shortBreaksOnly,
});

const toRow = ({ opensOn, closesOn, needs, ...facts }: HomeDescription) => ({
  ...facts,
  needs: [...new Set(needs)].sort(),
  opensOn: dayFromOrNull(opensOn),
  closesOn: dayFromOrNull(closesOn),
});

/** What is to change of a home; what is absent stays. */
export interface HomeChange extends SeenVersion, HomeFacts {
  /** How many places it has from now on: the last ones come or go. */
  readonly places?: Maybe<number>;
  /** Whose block places are from now on: GSS code, null for nobody's. */
  readonly blocks?: Maybe<
    readonly { readonly number: number; readonly authority?: Maybe<string> }[]
  >;
}

/**
 * Says what a home is, how many places it has, and whose block they are.
 *
 * @throws DomainError NOT_FOUND there is none of that id that one's organisation holds.
 * @throws DomainError CONFLICT it changed since the version given.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 */
export async function changeHome(viewer: Viewer, input: HomeChange): Promise<HomeRecord> {
  requirePermission(viewer.actor, 'beds:plan');
  const [before] = await holdHomes(viewer, [input]);
  if (!before || !mayDescribe(viewer.actor, before)) {
    throw notFound('home of yours', globalIdOf('Home', input.home));
  }
  const problems = new InputProblems();
  const facts = describedAs(before, input);
  checkFacts(problems, facts, input.location);
  problems.within('places', input.places, [1, mostPlaces]);
  const places = input.places ?? before.counts.registered;
  await checkBlocks(viewer, problems, { blocks: input.blocks ?? [], places });
  await checkLeaving(viewer, problems, { home: before, places });
  problems.refuse();
  const { id, tenantId, version } = before;
  await viewer.db.home.updateMany({
    where: { ...homesHeldBy(viewer.actor), id },
    data: { ...toRow(facts), version: version + 1 },
  });
  await setPlaces(viewer, before, { from: before.counts.registered, to: places });
  for (const { number, authority } of input.blocks ?? []) {
    await viewer.db.homePlace.updateMany({
      where: { tenantId, homeId: id, number },
      data: { blockAuthorityCode: authority ?? null },
    });
  }
  await setLocation(viewer, id, input.location);
  await recordHomes(viewer, 'home.changed', [before]);
  return await requireHome(viewer, id);
}

async function checkBlocks(
  viewer: Viewer,
  problems: InputProblems,
  { blocks, places }: { blocks: NonNullable<HomeChange['blocks']>; places: number },
): Promise<void> {
  for (const [nth, { number, authority }] of blocks.entries()) {
    problems.within(`blocks[${nth}].number`, number, [1, places]);
    if (authority != null && !(await findAuthority(viewer, authority))) {
      problems.add(`blocks[${nth}].authority`, 'must be the code of an authority');
    }
  }
}

/** A place that somebody has is not taken away. */
async function checkLeaving(
  viewer: Viewer,
  problems: InputProblems,
  { home, places }: { home: HomeRecord; places: number },
): Promise<void> {
  const { tenantId, id: homeId, counts } = home;
  if (places >= counts.registered) return;
  const taken = await viewer.db.homePlace.count({
    where: { tenantId, homeId, number: { gt: places }, state: { in: ['OCCUPIED', 'RESERVED'] } },
  });
  if (taken > 0) {
    problems.add(
      'places',
      `must be more: ${taken} of the places that would go are occupied or reserved`,
    );
  }
}

async function setPlaces(
  viewer: Viewer,
  { id: homeId, tenantId }: Pick<HomeRecord, 'id' | 'tenantId'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  if (to > from) {
    const numbers = Array.from({ length: to - from }, (_, nth) => from + nth + 1);
    await viewer.db.homePlace.createMany({
      data: numbers.map((number) => ({ tenantId, homeId, number, state: 'NOT_OPERATIONAL' })),
    });
  }
  if (to < from) {
    await viewer.db.homePlace.deleteMany({ where: { tenantId, homeId, number: { gt: to } } });
  }
}

/** Keeps where a home is; null takes it away, absent leaves it. */
async function setLocation(
  viewer: Viewer,
  homeId: string,
  location: HomeFacts['location'],
): Promise<void> {
  if (location === undefined) return;
  const key = { ...homesHeldBy(viewer.actor), homeId };
  await viewer.db.homeLocation.deleteMany({ where: key });
  if (location !== null) await viewer.db.homeLocation.create({ data: { ...key, ...location } });
}
