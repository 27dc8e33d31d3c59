import { hashOf, newSecret } from '@sufficiency/server/modules/access/secrets.ts';
import { seedBeds } from '@sufficiency/server/modules/beds/demonstration-beds.service.ts';
import { seedProviders } from '@sufficiency/server/modules/providers/demonstration-providers.service.ts';
import { seedReturns } from '@sufficiency/server/modules/returns/demonstration-returns.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import type { Client } from 'pg';

/** An account that watches. */
export interface LiveAccount {
  readonly token: string;
  /** True where it sees the homes that are confirmed: Nottinghamshire’s. */
  readonly sees: boolean;
}

const organisations = ['derby', 'derbyshire', 'nottingham', 'nottinghamshire'];
const roles = ['placement-officer', 'placement-officer', 'placement-officer', 'commissioner'];

/** Homes of the demonstration. */
export async function makeHomes(superuserUrl: string): Promise<void> {
  const pool = openPool({ url: superuserUrl, size: 2 });
  try {
    await seedReturns({ pool, clock: systemClock });
    await seedProviders({ pool, clock: systemClock });
    await seedBeds({ pool, clock: systemClock });
    await pool.query('vacuum (analyze)');
  } finally {
    await pool.end();
  }
}

/** Invented accounts of D2N2’s members; a bearer token of each. Three in four are placement officers. */
export async function makeAccounts(client: Client, count: number): Promise<LiveAccount[]> {
  const accounts: LiveAccount[] = [];
  for (let number = 0; number < count; number += 1) {
    const secret = newSecret('token');
    const organisation = organisations[number % organisations.length];
    const role = roles[Math.floor(number / organisations.length) % roles.length];
    await client.query(
      `with made as (
         insert into account (id, name, synthetic) values (gen_random_uuid(), $1, true) returning id),
       joined as (
         insert into membership (account_id, organisation_id, role)
         select made.id, o.id, $3 from made, organisation o where o.slug = $2)
       insert into api_token (secret_hash, account_id, created_at) select $4, id, now() from made`,
      [`watcher-${number}.${organisation}`, organisation, role, hashOf(secret)],
    );
    accounts.push({
      token: secret,
      sees: role === 'placement-officer' || organisation === 'nottinghamshire',
    });
  }
  return accounts;
}
