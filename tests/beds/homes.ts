import type { Answer, TestApp } from '../testkit/app.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import type { ArrangedHome } from './vacancy-homes.ts';
import { forgetHomes, givenHomes, owner } from './vacancy-homes.ts';

export const derby = 'commissioner.derby';
export const officer = 'placement-officer.derby';
export const neighbour = 'placement-officer.nottingham';
/** Signs in for the owner of every home that a test arranges. */
export const runs = 'provider.brook-lane-care';
export const otherProvider = 'provider.alder-and-ash-homes';

/** Arranges these homes and no others, run by whom `runs` signs in for. */
export async function arrangeHomes(app: TestApp, homes: readonly ArrangedHome[]): Promise<void> {
  await forgetHomes(app.db);
  await givenHomes(app.db, homes);
  await app.db.query(
    `insert into organisation_provider (organisation_id, provider_id)
     select o.id, p.id from organisation o, provider p where o.slug = 'brook-lane-care' and p."key" = $1
     on conflict do nothing`,
    [owner.key],
  );
}

/** A home as these tests ask for it. */
export interface AskedHome {
  readonly id: string;
  readonly urn: string;
  readonly version: number;
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
  readonly stale: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly closedByReason: readonly { readonly reason: string; readonly places: number }[];
  readonly places: readonly { readonly number: number; readonly state: string }[] | null;
}

export const counted =
  'counts { registered operational usable occupied reserved accepting closed }';

const askedHome = `id urn version confirmedBy confirmedAt stale ${counted}
  closedByReason { reason places } places { number state reason reservedUntil blockAuthority { code } }`;

/** Id of the home of a URN, whoever may see it. */
export async function homeId(app: TestApp, urn: string): Promise<string> {
  const { rows } = await app.db.query<{ id: string }>('select id from home where urn = $1', [urn]);
  return globalId('Home', rows[0]?.id ?? '');
}

/** The home of a URN as an account sees it; null where it sees none. */
export async function homeOf(
  app: TestApp,
  account: string,
  urn: string,
): Promise<AskedHome | null> {
  const { data } = await app.as<{ home: AskedHome | null }>(
    account,
    `query ($id: ID!) { home(id: $id) { ${askedHome} } }`,
    { id: await homeId(app, urn) },
  );
  return data?.home ?? null;
}

/** What a mutation of homes answers. */
export const tried = <Result = AskedHome>(
  app: TestApp,
  account: string,
  { mutation, input, asked = askedHome }: { mutation: string; input: object; asked?: string },
): Promise<Answer<Readonly<Record<string, Result>>>> =>
  app.as(
    account,
    `mutation ($input: ${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input!) {
       ${mutation}(input: $input) { ${asked} } }`,
    { input },
  );

/** As `tried`, and again for as long as the server has too much to do. */
export async function answered(...change: Parameters<typeof tried>): ReturnType<typeof tried> {
  const answer = await tried(...change);
  return refusalOf(answer).startsWith('UNAVAILABLE') ? await answered(...change) : answer;
}

/** The home as a mutation left it. */
export async function done<Result = AskedHome>(
  app: TestApp,
  account: string,
  change: Parameters<typeof tried>[2],
): Promise<Result> {
  const answer = await tried<Result>(app, account, change);
  if (answer.errors) throw new Error(refusalOf(answer));
  return answer.data?.[change.mutation] as Result;
}

/** Why a mutation is refused; empty where it is not. */
export const refused = async (...change: Parameters<typeof tried>): Promise<string> =>
  refusalOf(await tried(...change));

/** The home of a URN and the version it has now, as a change names them. */
export async function seenHome(app: TestApp, urn: string) {
  const { rows } = await app.db.query<{ version: number }>(
    'select version from home where urn = $1',
    [urn],
  );
  return { home: await homeId(app, urn), version: rows[0]?.version ?? 0 };
}

/** In whose logs events of a type stand, and who did it. */
export async function logged(app: TestApp, type: string) {
  const { rows } = await app.db.query(
    `select o.slug, e.account from audit_event e join organisation o on o.id = e.tenant_id
     where e.type = $1 order by o.slug`,
    [type],
  );
  return rows;
}
