import pg from 'pg';

/** What a database is for, for good. */
export type DatabaseKind = 'demonstration' | 'service';

/**
 * What this start may open.
 *
 * @throws Error an external database without `DEMONSTRATION=1`: there is no way yet for real people to sign in.
 */
export function requireKind(env: { readonly demonstration: boolean }): DatabaseKind {
  if (env.demonstration) return 'demonstration';
  throw new Error(
    'With DATABASE_URL, DEMONSTRATION=1 is needed until sign-in by OIDC is configured. ' +
      'Set DEMONSTRATION=1 to run a demonstration on this database.',
  );
}

/**
 * Looks at a database before anything in it is changed.
 *
 * @throws Error it was stamped as the other kind.
 */
export async function refuseOtherKind(ownerUrl: string, kind: DatabaseKind): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query(
      `select to_regclass('public.platform_stamp') is not null as exists`,
    );
    if (!found.rows[0]?.exists) return;
    const { rows } = await client.query<{ kind: string }>('select kind from platform_stamp');
    const [stamp] = rows;
    if (stamp && stamp.kind !== kind) throw new Error(refusal(stamp.kind, kind));
  } finally {
    await client.end();
  }
}

const refusal = (is: string, wanted: DatabaseKind) =>
  `This is a ${is} database and cannot become a ${wanted}. Use another database.`;

/** Says what a new database is for; one that was stamped before keeps its stamp. */
export async function stamp(pool: pg.Pool, kind: DatabaseKind, at: Date): Promise<void> {
  await pool.query(
    `insert into platform_stamp (id, kind, stamped_at) values (1, $1, $2) on conflict (id) do nothing`,
    [kind, at],
  );
}
