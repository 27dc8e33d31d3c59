import type { TestApp } from '../testkit/app.ts';
import type { Followed } from '../testkit/following.ts';
import { follow } from '../testkit/following.ts';
import { globalId } from '../testkit/requests.ts';

/** A home of the demonstration. */
export interface LiveHome {
  readonly id: string;
  readonly urn: string;
}

export const FOLLOW = `subscription ($consortium: String!) {
  bedsChanged(consortium: $consortium) { home { urn why } } }`;

/** A home that an organisation holds, and that nobody runs who signs in, unless `provider` says who. */
export async function homeOf(
  { db }: Pick<TestApp, 'db'>,
  holder: string,
  provider: string | null = null,
): Promise<LiveHome> {
  const { rows } = await db.query<LiveHome>(
    `select h.id, h.urn from home h join organisation o on o.id = h.tenant_id
     left join organisation_provider op on op.provider_id = h.provider_id
     left join organisation p on p.id = op.organisation_id
     where o.slug = $1 and p.slug is not distinct from $2 and h.registered > 0 order by h.urn limit 1`,
    [holder, provider],
  );
  const [home] = rows;
  if (!home) throw new Error(`The demonstration has no home of ${holder} run by ${provider}.`);
  return home;
}

const CONFIRM = `mutation ($input: ConfirmBedsInput!) { confirmBeds(input: $input) { urn } }`;

/** Says of a home that nothing changed: as good a change as any. */
export async function confirm(app: TestApp, account: string, { id }: LiveHome): Promise<void> {
  const { rows } = await app.db.query('select version from home where id = $1', [id]);
  const homes = [{ home: globalId('Home', id), version: rows[0]?.version }];
  const { errors } = await app.as(account, CONFIRM, { input: { homes } });
  if (errors) throw new Error(JSON.stringify(errors));
}

/** Follows the homes of D2N2; has heard that it began. */
export async function followD2n2(app: TestApp, account: string, query = FOLLOW): Promise<Followed> {
  const followed = await follow(app, account, { query, variables: { consortium: 'd2n2' } });
  await followed.next();
  return followed;
}

/** What an event says of a home. */
export const told = (home: { readonly urn: string; readonly why: unknown } | null) => ({
  data: { bedsChanged: { home } },
});
