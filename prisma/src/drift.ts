import type { Pool } from 'pg';

/** How a migrated database differs from what the Prisma schema says. */
export interface Drift {
  /** What Prisma's language can say, and the two do not say alike. Must be empty. */
  readonly differences: string[];
  /** What only SQL can say, so that the schema cannot mention it. */
  readonly sqlOnly: string[];
}

interface Entry {
  /** Names the thing: `column saved_comparison.name`. */
  readonly thing: string;
  readonly definition: string;
  /** Whether Prisma's language has words for it. */
  readonly sayable: boolean;
}

/**
 * Compares a database that was migrated with one that was built from the Prisma schema.
 *
 * Both catalogues are read: the engine's own comparison cannot read every type of a live database.
 *
 * @param built an empty database that received `sqlOfSchema()` and nothing else.
 */
export async function findDrift(migrated: Pool, built: Pool): Promise<Drift> {
  const here = await readCatalogue(migrated);
  const there = await readCatalogue(built);
  const missing = [...there.values()]
    .filter(({ thing }) => !here.has(thing))
    .map(({ thing, definition }) => `${thing} is in the schema only: ${definition}`);
  const different = [...there.values()].flatMap(({ thing, definition }) => {
    const found = here.get(thing);
    return found && found.definition !== definition
      ? [`${thing} is ${found.definition} in migrations, ${definition} in the schema`]
      : [];
  });
  const extra = [...here.values()].filter(({ thing }) => !there.has(thing));
  const unsaid = extra
    .filter(({ sayable }) => sayable)
    .map(({ thing, definition }) => `${thing} is in migrations only: ${definition}`);

  return {
    differences: [...missing, ...different, ...unsaid].sort(),
    sqlOnly: extra
      .filter(({ sayable }) => !sayable)
      .map(({ thing }) => thing)
      .sort(),
  };
}

async function readCatalogue(pool: Pool): Promise<Map<string, Entry>> {
  const { rows } = await pool.query<Entry>(catalogue);
  return new Map(rows.map((entry) => [entry.thing, entry]));
}

/** An index over plain columns in their usual order, all rows: what `@@index` and `@@unique` can say. */
const plainIndex = `index.indpred is null and index.indexprs is null and method.amname = 'btree'
  and index.indnkeyatts = index.indnatts and not index.indnullsnotdistinct`;

const catalogue = `
  with relation as (
    select oid, relname, relkind from pg_class
     where relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'
  )
  select 'table ' || relname as thing, 'a table' as definition, true as sayable
    from relation where relkind in ('r', 'p')
  union all
  select 'view ' || relname, 'a view', false from relation where relkind in ('v', 'm')
  union all
  select 'column ' || relname || '.' || attname,
         concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
                   'default ' || pg_get_expr(adbin, adrelid), case when attgenerated <> '' then 'generated' end),
         true
    from pg_attribute join relation on attrelid = relation.oid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
   where relkind in ('r', 'p') and attnum > 0 and not attisdropped
  union all
  select 'enum ' || typname, string_agg(enumlabel, ', ' order by enumsortorder), true
    from pg_enum join pg_type on enumtypid = pg_type.oid
   where typnamespace = 'public'::regnamespace group by typname
  union all
  select 'constraint ' || relname || '.' || conname, pg_get_constraintdef(pg_constraint.oid),
         contype in ('p', 'f', 'u') and not condeferrable
    from pg_constraint join relation on conrelid = relation.oid where contype <> 'n'
  union all
  select 'index ' || entry.relname, pg_get_indexdef(index.indexrelid), ${plainIndex}
    from pg_index index
    join relation on index.indrelid = relation.oid
    join pg_class entry on entry.oid = index.indexrelid
    join pg_am method on method.oid = entry.relam
  union all
  select 'trigger ' || relname || '.' || tgname, pg_get_triggerdef(pg_trigger.oid), false
    from pg_trigger join relation on tgrelid = relation.oid where not tgisinternal
  union all
  select 'policy ' || relname || '.' || polname, 'a policy', false
    from pg_policy join relation on polrelid = relation.oid
  union all
  select 'function ' || oid::regprocedure, 'a function', false
    from pg_proc where pronamespace = 'public'::regnamespace`;
