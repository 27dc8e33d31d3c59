import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { inHouseRule } from '@sufficiency/shared/providers/in-house.ts';
import type { OwnerName } from '@sufficiency/shared/providers/owner-name.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import type { PoolClient } from 'pg';
import type { ReferenceFile } from '../../platform/reference-folder.ts';
import { readBoundaries } from './boundaries.importer.ts';
import { readInspections } from './inspections.importer.ts';
import { readRegister } from './register.importer.ts';
import type { RegisterChange, StandingService } from './register-changes.ts';
import { registerChanges } from './register-changes.ts';
import type { RegisterVintage, ServiceRow } from './register-load.queries.ts';
import {
  addChanges,
  addInspections,
  correctInspections,
  selectHasRegister,
  selectNamedAuthorities,
  selectStanding,
  writeInHouse,
  writeOwners,
  writePlaces,
  writeServices,
} from './register-load.queries.ts';
import { ownersOfRegister, rolledUp } from './register-owners.ts';
import type { RegisteredService } from './registered-service.ts';

export type { RegisterChange };

/** A register as one file has it, whole. */
export interface Register extends RegisterVintage {
  readonly services: readonly RegisteredService[];
}

/** What a register brought. */
export interface RegisterReport {
  /** How it differs from the register before it; empty for the first. */
  readonly changes: readonly RegisterChange[];
}

/**
 * Brings a register into force, whole: owners rolled up to groups, services, their latest inspections, and what changed
 * since the register before it. Services it no longer has are kept as those that left.
 *
 * The same register again changes no row. Its services carry no name or address that Ofsted keeps back: the database
 * refuses them.
 *
 * @param client in a transaction, as the loader. Whoever calls has seen to it that no newer register is in force.
 */
export async function keepRegister(
  client: PoolClient,
  register: Register,
): Promise<RegisterReport> {
  const { services, sourceId, synthetic } = register;
  const owners = ownersOfRegister(services.map(({ owner }) => owner));
  const ownOf = inHouseRule(await selectNamedAuthorities(client));
  const before = await selectStanding(client, synthetic);
  const given = services.map((service) => ({ service, owner: owners.find(service.owner) }));

  await writeOwners(client, owners, synthetic);
  if (!synthetic) await writeInHouse(client, ownGroups(given, ownOf));
  const rows = given.map(({ service, owner }) =>
    rowOf(service, owner, !synthetic && owner !== null && ownOf(owner).length > 0),
  );
  await writeServices(client, rows, register);
  const inspections = services.flatMap(({ inspection }) => inspection ?? []);
  await addInspections(client, inspections, sourceId);
  await correctInspections(client, inspections, sourceId);

  const changes = registerChanges(before, given.map(standing));
  await addChanges(client, changes, register);
  return { changes };
}

interface OwnedService {
  readonly service: RegisteredService;
  readonly owner: OwnerName | null;
}

function ownGroups(given: readonly OwnedService[], ownOf: (owner: OwnerName) => readonly string[]) {
  const owners = given.flatMap(({ owner }) => owner ?? []);
  return [...Map.groupBy(owners, rolledUp)].map(([group, members]) => ({
    group,
    authorities: [...new Set(members.flatMap((owner) => ownOf(owner)))],
  }));
}

const standing = ({ service, owner }: OwnedService): StandingService => ({
  urn: service.urn,
  status: service.status,
  owner: owner?.name ?? null,
  ownerKey: owner?.key ?? null,
  group: owner ? rolledUp(owner) : null,
  name: service.name,
  authorityCode: service.authorityCode,
  areaText: service.areaText,
  places: service.places,
  judgement: service.inspection?.overall ?? null,
});

function rowOf(
  { owner: ownerText, inspection, ...service }: RegisteredService,
  owner: OwnerName | null,
  inHouse: boolean,
): ServiceRow {
  const judgement = inspection?.overall ?? null;
  return {
    ...service,
    provider: owner?.key ?? null,
    ownerText,
    inHouse,
    judgement,
    judgedOn: judgement === null ? null : (inspection?.inspectedOn ?? null),
  };
}

/** Whether there is a register in force: a database of an earlier version has reference data and none. */
export const hasRegister = selectHasRegister;

/** What became of a file: its problems, or else what it changed of the register. */
interface RegisterFileReading {
  readonly issues: readonly RowIssue[];
  readonly changes: readonly RegisterChange[];
}

/** Keeps what a reference file holds of the register; of others nothing is taken. A file with a problem is not kept. */
export async function keepRegisterFile(
  client: PoolClient,
  { contents, text, vintage }: ReferenceFile,
  sourceId: number,
  directory: AuthorityDirectory,
): Promise<RegisterFileReading> {
  if (contents === 'homes') {
    const { rows: services, issues } = readRegister(text, directory);
    if (issues.length > 0) return { issues, changes: [] };
    return {
      issues,
      ...(await keepRegister(client, { services, vintage, sourceId, synthetic: false })),
    };
  }
  if (contents === 'inspections') {
    const { rows, issues } = readInspections(text);
    if (issues.length === 0) await addInspections(client, rows, sourceId);
    return { issues, changes: [] };
  }
  if (contents === 'boundaries') {
    const { rows, issues } = readBoundaries(text, directory);
    if (issues.length === 0) await writePlaces(client, rows, sourceId);
    return { issues, changes: [] };
  }
  return { issues: [], changes: [] };
}
