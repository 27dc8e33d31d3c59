import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';
import type { SecretFile } from '../../platform/secret-file.ts';
import {
  keepAccount,
  keepOrganisation,
  replaceTokens,
  selectTenants,
} from './demonstration.queries.ts';
import { furtherAuthorities, furtherOrganisations, hubOf, tenantOf } from './demonstration.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Name of the file that holds a token for each account of a demonstration. */
export const tokenFileName = 'demo-tokens.json';

/**
 * Invents a demonstration's organisations, accounts and tokens. Doing it again changes nothing: accounts keep their
 * ids, and the tokens of the file stay the tokens.
 *
 * @param pool connected as the loader role, after the reference data.
 */
export async function seedDemonstration(options: {
  pool: pg.Pool;
  clock: Clock;
  tokens: SecretFile;
}): Promise<void> {
  const client = await options.pool.connect();
  try {
    await client.query('begin');
    const accounts = await keepAccounts(client);
    const known = await options.tokens.read();
    const tokens = Object.fromEntries(
      accounts.map(({ name }) => [name, known[name] ?? newSecret('demo')]),
    );
    // The file first: a token that is in force must be one that somebody can know.
    await options.tokens.write(tokens);
    await replaceTokens(
      client,
      accounts.map(({ id, name }) => ({ accountId: id, secretHash: hashOf(tokens[name] ?? '') })),
      options.clock.now(),
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function keepAccounts(client: pg.PoolClient): Promise<{ id: string; name: string }[]> {
  const { consortia, authorities } = await selectTenants(client, furtherAuthorities);
  const organisations = [
    ...consortia.map(hubOf),
    ...authorities.map(tenantOf),
    ...furtherOrganisations,
  ];
  const accounts: { id: string; name: string }[] = [];
  for (const organisation of organisations) {
    const organisationId = await keepOrganisation(client, organisation);
    for (const role of organisation.roles) {
      const name = `${role}.${organisation.slug}`;
      accounts.push({ id: await keepAccount(client, { name, organisationId, role }), name });
    }
  }
  return accounts;
}
