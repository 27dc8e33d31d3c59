import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { execute } from 'graphql';
import type { Actor } from '../modules/access/actor.ts';
import { recordEvents } from '../modules/audit/audit.service.ts';
import type { NewAuditEvent } from '../modules/audit/audit-event.ts';
import { today } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Told } from '../platform/untold.ts';
import type { Context, Services } from './context.ts';
import { createContext } from './context.ts';
import { maskError, refusedFields, withoutTransport } from './errors.ts';
import type { SharedAnswer } from './feed.ts';
import type { Watcher } from './watcher.ts';
import { eventOf } from './watcher.ts';

/** No account has this id: what depends on who exactly asks is nothing in an answer that many get. */
const nobody = { accountId: '00000000-0000-0000-0000-000000000000', account: '' };

const never = new AbortController().signal;

export interface Executing {
  readonly services: Services;
  readonly log: Log;
}

/** What is executed at each event, and as whom. */
export interface Followed {
  readonly args: Pick<ExecutionArgs, 'schema' | 'document' | 'variableValues' | 'operationName'>;
  readonly actor: Actor;
  /** True where all accounts of the actor's organisation in its role get one answer, and nothing is not told. */
  readonly isShared: boolean;
}

/** Answers an event once, in a fresh context and a transaction of its own. */
export async function answerTo(
  told: Told,
  { args, actor, isShared }: Followed,
  { services, log }: Executing,
): Promise<SharedAnswer | null> {
  const context = createContext(services, {
    actor: isShared ? { ...actor, ...nobody } : actor,
    cookie: { secret: null, set: () => undefined },
    mode: 'read',
    signal: never,
  });
  const result = await resultOf(told, args, context);
  if (isShared && isNothing(result)) return null;
  const { errors, ...rest } = result;
  const answer = errors
    ? { ...rest, errors: errors.map((error) => withoutTransport(maskError(error, log))) }
    : rest;
  return {
    event: eventOf(answer),
    toRecord: context.toRecord(refusedFields(result, args.document)),
  };
}

async function resultOf(
  told: Told,
  args: Followed['args'],
  context: Context,
): Promise<ExecutionResult> {
  try {
    const result = await execute({ ...args, rootValue: told, contextValue: context });
    await context.end(result.errors?.length ? 'rollback' : 'commit');
    return result;
  } catch (error) {
    await context.end('rollback');
    throw error;
  }
}

const isNothing = ({ data, errors }: ExecutionResult) =>
  !errors?.length && Object.values(data ?? {}).every((value) => value === null);

/**
 * Records what an answer shows, once a day for each subscription, before it leaves.
 *
 * @returns those in whose name it is recorded; others' subscriptions have ended.
 */
export async function recordFor(
  watchers: readonly Watcher[],
  events: readonly NewAuditEvent[],
  options: Executing & { refuse(watcher: Watcher, error: unknown): void },
): Promise<Watcher[]> {
  const { database, clock } = options.services;
  const day = today(clock);
  const newTo = watchers
    .map((watcher) => ({ watcher, events: watcher.notYetRecorded(events, day) }))
    .filter((each) => each.events.length > 0);
  if (newTo.length === 0) return [...watchers];

  const failed = new Set<Watcher>();
  const accounts = Map.groupBy(newTo, ({ watcher }) => watcher.actor.accountId).values();
  for (const alike of accounts) {
    const [{ watcher: first }] = alike as [(typeof newTo)[number], ...typeof newTo];
    try {
      const unrecorded = alike.flatMap((each) => each.events);
      await recordEvents(database, { actor: first.actor, clock }, unrecorded);
    } catch (error) {
      for (const { watcher } of alike) {
        failed.add(watcher);
        options.refuse(watcher, error);
      }
    }
  }
  return watchers.filter((watcher) => !failed.has(watcher));
}
