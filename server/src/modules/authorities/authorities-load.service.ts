import { england } from '@sufficiency/shared/authorities/authority.ts';
import { consortia } from '@sufficiency/shared/authorities/consortia.ts';
import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { createAuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { predecessors } from '@sufficiency/shared/authorities/predecessors.ts';
import { publisherNames, publishers } from '@sufficiency/shared/authorities/publisher-names.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import type { PoolClient } from 'pg';
import { readAuthorities, readRegions } from './authorities.importer.ts';
import type { NameRow } from './authorities-load.queries.ts';
import {
  selectConsortiumMembers,
  selectNeighbours,
  writeAuthorities,
  writeConsortia,
  writeNames,
  writeNeighbours,
  writePopulation,
  writePredecessors,
  writeRegions,
} from './authorities-load.queries.ts';
import { readNeighbours } from './neighbours.importer.ts';
import { readPopulation } from './population.importer.ts';

/** A directory of the authorities in force, from the text of the Department for Education's two lists. */
export function directoryFrom(lists: { readonly authorities: string; readonly regions: string }): {
  directory: AuthorityDirectory;
  issues: readonly RowIssue[];
} {
  const authorities = readAuthorities(lists.authorities);
  const regions = readRegions(lists.regions);

  return {
    directory: createAuthorityDirectory(authorities.rows, regions.rows),
    issues: [...authorities.issues, ...regions.issues],
  };
}

/**
 * Keeps regions, authorities, their names and predecessors, and the consortia with their members.
 *
 * @source the Department for Education's lists; the consortia's own strategies.
 * @returns how many rows were new or different.
 */
export async function keepAuthorities(
  client: PoolClient,
  directory: AuthorityDirectory,
): Promise<number> {
  const { authorities, regions } = directory;

  return (
    (await writeRegions(client, [{ code: england, name: 'England' }, ...regions])) +
    (await writeAuthorities(client, authorities)) +
    (await writeNames(client, namesOf(directory))) +
    (await writePredecessors(client, predecessors)) +
    (await writeConsortia(client, consortia))
  );
}

/**
 * Keeps a model of statistical neighbours, named by its year, beside earlier models.
 *
 * @returns what is wrong with the file; nothing is written unless that is empty.
 */
export async function keepNeighbours(
  client: PoolClient,
  file: { readonly text: string; readonly model: number },
  directory: AuthorityDirectory,
): Promise<readonly RowIssue[]> {
  const { rows, issues } = readNeighbours(file.text, directory);
  if (issues.length === 0) await writeNeighbours(client, rows, file.model);
  return issues;
}

/**
 * Keeps estimates of resident children aged 0 to 17; a later file replaces the same years.
 *
 * @returns what is wrong with the file; nothing is written unless that is empty.
 */
export async function keepPopulation(
  client: PoolClient,
  file: { readonly text: string; readonly sourceId: number },
  directory: AuthorityDirectory,
): Promise<readonly RowIssue[]> {
  const { rows, issues } = readPopulation(file.text, directory);
  if (issues.length === 0) await writePopulation(client, rows, file.sourceId);
  return issues;
}

/** Who is compared with whom today: members by consortium, statistical neighbours by authority. */
export async function readGroups(client: PoolClient) {
  return {
    consortia: await selectConsortiumMembers(client),
    neighbours: await selectNeighbours(client),
  };
}

function namesOf({ authorities }: AuthorityDirectory): NameRow[] {
  return publishers.flatMap((publisher) => [
    ...authorities.map(({ name, code }) => ({ publisher, name, authority: code })),
    ...Object.entries(publisherNames[publisher]).map(([name, authority]) => ({
      publisher,
      name,
      authority,
    })),
  ]);
}
