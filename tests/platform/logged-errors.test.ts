import { createLog } from '@sufficiency/server/platform/log.ts';
import { DomainError } from '@sufficiency/shared/errors.ts';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';

const app = await testApp();

/** A value of a row that no log may hold. */
const canary = 'CANARY-7f3a';

/** What a statement of the server was refused with. */
const refusedWith = (text: string): Promise<Error> =>
  app.db.query(text).then(
    () => {
      throw new Error('Nothing was refused.');
    },
    (error: unknown) => error as Error,
  );

/** What the log holds of an error. */
function logged(error: unknown): string {
  const written: string[] = [];
  const log = createLog('info', { write: (line) => void written.push(line) });
  log.error({ err: error }, 'unforeseen');
  return written.join('');
}

const twice = `insert into organisation (id, slug, name, kind)
  select gen_random_uuid(), '${canary}', '${canary}', kind from organisation limit 2`;

describe('of an error the log holds no value of a row', () => {
  test('where a unique key was violated: PostgreSQL tells it in the detail', async () => {
    const violation = await refusedWith(twice);

    expect(JSON.stringify(violation)).toContain(canary);
    expect(logged(violation)).not.toContain(canary);
    expect(JSON.parse(logged(violation))).toMatchObject({
      msg: 'unforeseen',
      err: { code: '23505', table: 'organisation', constraint: 'organisation_slug_key' },
    });
  });

  test('where a value cannot be read: PostgreSQL tells it in the message', async () => {
    const unreadable = await refusedWith(`select '${canary}'::integer`);

    expect(unreadable.message).toContain(canary);
    expect(logged(unreadable)).not.toContain(canary);
    expect(logged(unreadable)).toContain('invalid input syntax for type integer');
  });

  test('where that value looks like the lines that say where', async () => {
    const unreadable = await refusedWith(`select E'12\\n   at ${canary}, 1 High Street'::integer`);

    expect(unreadable.message).toContain(canary);
    expect(logged(unreadable)).not.toContain(canary);
    expect(JSON.parse(logged(unreadable)).err.stack).toMatch(/^ +at .*logged-errors/m);
  });

  test('where the message was changed after the stack was made: then no line says where', () => {
    const stack = `Error: 12\n   at ${canary}\n    at somewhere`;
    const changed = Object.assign(new Error('Something failed.'), { stack });

    expect(JSON.parse(logged(changed)).err).toMatchObject({ stack: '' });
  });

  test('where it failed within a function: PostgreSQL tells the statement', async () => {
    const within = await refusedWith(
      `do $$ begin execute $q$select '${canary}'::integer$q$; end $$`,
    );

    expect(JSON.stringify(within)).toContain(canary);
    expect(logged(within)).not.toContain(canary);
  });

  test('where it is the cause of another', async () => {
    const violation = await refusedWith(twice);
    const wrapped = new GraphQLError('Something failed.', {
      originalError: new DomainError('INTERNAL', 'Something failed.', { cause: violation }),
    });

    expect(logged(wrapped)).not.toContain(canary);
    expect(logged(wrapped)).toContain('organisation_slug_key');
  });

  test('where Prisma tells it with what it was asked', () => {
    const message = `Invalid invocation: { data: { name: "${canary}" } } Unique constraint failed`;
    const prisma = Object.assign(new Error(message), {
      name: 'PrismaClientKnownRequestError',
      code: 'P2002',
      meta: { target: [canary], driverAdapterError: { cause: { originalCode: '23505' } } },
    });

    expect(logged(prisma)).not.toContain(canary);
    expect(JSON.parse(logged(prisma))).toMatchObject({
      err: { code: 'P2002', cause: { code: '23505' } },
    });
  });
});
