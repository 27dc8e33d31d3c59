import { notFound } from '@sufficiency/shared/errors.ts';
import { isUrn } from '@sufficiency/shared/providers/urn.ts';
import type { Statement } from '../../platform/database.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { authoritiesOf, findConsortium } from '../authorities/authorities.service.ts';
import type { ReferenceSourceRecord } from '../indicators/indicators.service.ts';
import { sourceOf } from '../indicators/indicators.service.ts';
import type { ChangesWanted } from './register.queries.ts';
import {
  changesOfServices,
  changesWanted,
  countChanges,
  countOfProvider,
  countsOfGroups,
  groupsById,
  groupsByKey,
  inspectionsOfServices,
  providersById,
  providersByKey,
  providersOfGroups,
  servicesByUrn,
  servicesOfProvider,
} from './register.queries.ts';
import type { ServiceChangeKind } from './register-changes.ts';
import type {
  InspectionRecord,
  ProviderGroupRecord,
  ProviderRecord,
  ServiceChangeRecord,
  ServiceCount,
  ServiceRecord,
} from './register-record.ts';

/** Part of a list. */
interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** First lock of the register: who reads public reference figures reads it, and nobody else. */
const mayRead = ({ actor }: Viewer): boolean => actor.permissions.has('reference:read');

/** Rows by a key of theirs, in the order of the keys; null where there is none that this viewer may see. */
async function inOrder<Key, Row extends object>(
  viewer: Viewer,
  keys: readonly Key[],
  {
    statement,
    keyOf,
  }: { statement: (keys: readonly Key[]) => Statement; keyOf: (row: Row) => Key },
): Promise<(Row | null)[]> {
  if (!mayRead(viewer) || keys.length === 0) return keys.map(() => null);
  const rows = await viewer.operation.rows<Row>(statement(keys));
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Services by their URNs, in the same order; null where there is none. */
export async function findServices(
  viewer: Viewer,
  urns: readonly string[],
): Promise<(ServiceRecord | null)[]> {
  const found = await inOrder<string, ServiceRecord>(viewer, urns.filter(isUrn), {
    statement: servicesByUrn,
    keyOf: ({ urn }) => urn,
  });
  const byUrn = new Map(found.flatMap((service) => (service ? [[service.urn, service]] : [])));
  return urns.map((urn) => byUrn.get(urn) ?? null);
}

/** Providers by their keys, in the same order; null where there is none. */
export const findProviders = (viewer: Viewer, keys: readonly string[]) =>
  inOrder<string, ProviderRecord>(viewer, keys, {
    statement: providersByKey,
    keyOf: ({ key }) => key,
  });

/** Provider groups by their keys, in the same order; null where there is none. */
export const findProviderGroups = (viewer: Viewer, keys: readonly string[]) =>
  inOrder<string, ProviderGroupRecord>(viewer, keys, {
    statement: groupsByKey,
    keyOf: ({ key }) => key,
  });

/**
 * The service of a URN; null if there is none.
 *
 * @throws DomainError FORBIDDEN the role does not read the register.
 */
export async function findService(viewer: Viewer, urn: string): Promise<ServiceRecord | null> {
  requirePermission(viewer.actor, 'reference:read');
  return (await findServices(viewer, [urn]))[0] ?? null;
}

/**
 * The provider of a key; null if there is none.
 *
 * @throws DomainError FORBIDDEN the role does not read the register.
 */
export async function findProvider(viewer: Viewer, key: string): Promise<ProviderRecord | null> {
  requirePermission(viewer.actor, 'reference:read');
  return (await findProviders(viewer, [key]))[0] ?? null;
}

/**
 * The provider group of a key; null if there is none.
 *
 * @throws DomainError FORBIDDEN the role does not read the register.
 */
export async function findProviderGroup(
  viewer: Viewer,
  key: string,
): Promise<ProviderGroupRecord | null> {
  requirePermission(viewer.actor, 'reference:read');
  return (await findProviderGroups(viewer, [key]))[0] ?? null;
}

const byId = async <Row extends { readonly id: number }>(viewer: Viewer, statement: Statement) =>
  new Map((await viewer.operation.rows<Row>(statement)).map((row) => [row.id, row]));

const grouped = async <Key, Row extends object>(
  viewer: Viewer,
  statement: Statement,
  keyOf: (row: Row) => Key,
) => Map.groupBy(await viewer.operation.rows<Row>(statement), keyOf);

/** The service of a URN, read together with others that are asked for at the same time. */
export const serviceOf = inBatches<string, ServiceRecord>(async (viewer, urns) => {
  const services = await viewer.operation.rows<ServiceRecord>(servicesByUrn(urns));
  return new Map(services.map((service) => [service.urn, service]));
});

/** The provider of an id, read together with others. */
export const providerOf = inBatches<number, ProviderRecord>((viewer, ids) =>
  byId(viewer, providersById(ids)),
);

/** The provider group of an id, read together with others. */
const groupOf = inBatches<number, ProviderGroupRecord>((viewer, ids) =>
  byId(viewer, groupsById(ids)),
);

const membersOf = inBatches<number, ProviderRecord[]>((viewer, ids) =>
  grouped(viewer, providersOfGroups(ids), ({ groupId }) => groupId),
);

/** Owners of a group, by name. */
export const providersOf = async (viewer: Viewer, { id }: ProviderGroupRecord) =>
  (await membersOf(viewer, id)) ?? [];

/** The group of a provider. */
export async function groupOfProvider(
  viewer: Viewer,
  { groupId }: ProviderRecord,
): Promise<ProviderGroupRecord> {
  const group = await groupOf(viewer, groupId);
  if (!group) throw new Error('A provider names a group that is not there.');
  return group;
}

/** Authorities whose own a group is. */
export const inHouseOf = (viewer: Viewer, { inHouseCodes }: ProviderGroupRecord) =>
  authoritiesOf(viewer, inHouseCodes);

/** Authorities whose own a provider is. */
export const inHouseOfProvider = async (viewer: Viewer, provider: ProviderRecord) =>
  inHouseOf(viewer, await groupOfProvider(viewer, provider));

const counts = inBatches<number, ServiceCount & { readonly id: number }>((viewer, ids) =>
  byId(viewer, countsOfGroups(ids)),
);

/** Services of a provider group on the newest register. */
export const serviceCountOf = async (
  viewer: Viewer,
  { id }: ProviderGroupRecord,
): Promise<ServiceCount> =>
  (await counts(viewer, id)) ?? { services: 0, places: null, placesUnknown: 0 };

/** Services of a provider, those that left last. */
export const listServicesOf = (viewer: Viewer, { id }: { readonly id: number }, slice: Slice) =>
  viewer.operation.rows<ServiceRecord>(servicesOfProvider(id, slice));

/** How many there are, those that left included. */
export async function countServicesOf(viewer: Viewer, { id }: { readonly id: number }) {
  const [row] = await viewer.operation.rows<{ services: number }>(countOfProvider(id));
  return row?.services ?? 0;
}

const inspections = inBatches<string, InspectionRecord[]>((viewer, urns) =>
  grouped(viewer, inspectionsOfServices(urns), ({ urn }) => urn),
);
const changes = inBatches<string, ServiceChangeRecord[]>((viewer, urns) =>
  grouped(viewer, changesOfServices(urns), ({ urn }) => urn),
);

/** Inspections of a service that are known, newest first. */
export const inspectionsOf = async (viewer: Viewer, { urn }: ServiceRecord) =>
  (await inspections(viewer, urn)) ?? [];

/** What registers changed of a service, newest first. */
export const historyOf = async (viewer: Viewer, { urn }: ServiceRecord) =>
  (await changes(viewer, urn)) ?? [];

/** The service that changed. */
export async function changedService(
  viewer: Viewer,
  { urn }: ServiceChangeRecord,
): Promise<ServiceRecord> {
  const service = await serviceOf(viewer, urn);
  if (!service) throw new Error('A change names a service that is not there.');
  return service;
}

/** The file that something of the register came from. */
export async function registerSource(
  viewer: Viewer,
  { sourceId }: { readonly sourceId: number },
): Promise<ReferenceSourceRecord> {
  const source = await sourceOf(viewer, sourceId);
  if (!source) throw new Error('The register names a file that is not there.');
  return source;
}

/** Which changes of the register, as they were asked for. */
export interface ChangeFilter {
  /** Day, `YYYY-MM-DD`. */
  readonly since?: string | null | undefined;
  /** Code. */
  readonly consortium?: string | null | undefined;
  readonly kinds?: readonly ServiceChangeKind[] | null | undefined;
  readonly synthetic?: boolean | null | undefined;
}

/**
 * What newer registers changed, the newest first.
 *
 * @throws DomainError FORBIDDEN the role does not read the register.
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function listChanges(
  viewer: Viewer,
  filter: ChangeFilter,
  slice: Slice,
): Promise<ServiceChangeRecord[]> {
  requirePermission(viewer.actor, 'reference:read');
  return await viewer.operation.rows(changesWanted(await wanted(viewer, filter), slice));
}

/** Changes of one kind. */
export interface ChangeCount {
  readonly kind: ServiceChangeKind;
  readonly changes: number;
}

/** How many there are of each kind that there is any of, the most first; refuses as `listChanges`. */
export async function countRegisterChanges(
  viewer: Viewer,
  filter: ChangeFilter,
): Promise<ChangeCount[]> {
  requirePermission(viewer.actor, 'reference:read');
  return await viewer.operation.rows(countChanges(await wanted(viewer, filter)));
}

async function wanted(
  viewer: Viewer,
  { since = null, consortium = null, kinds = null, synthetic = null }: ChangeFilter,
): Promise<ChangesWanted> {
  const found = consortium === null ? null : await findConsortium(viewer, consortium);
  if (consortium !== null && !found) throw notFound('consortium', consortium);
  return { since, authorities: found?.members.map(({ code }) => code) ?? null, kinds, synthetic };
}
