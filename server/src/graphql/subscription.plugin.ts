import { Repeater } from '@repeaterjs/repeater';
import { conflict } from '@sufficiency/shared/errors.ts';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { createSourceEventStream, execute } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Actor } from '../modules/access/actor.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import type { Log } from '../platform/log.ts';
import type { Context } from './context.ts';
import { maskError } from './errors.ts';
import type { Authenticate, SignedInRequest } from './sign-in.plugin.ts';
import { settle } from './transaction.plugin.ts';

/** How often an open subscription asks whether its account may still sign in. Unit: milliseconds. */
const checkEvery = 2_000;

/** Open subscriptions of one account. */
const most = 20;

interface Subscribing {
  readonly openContext: (args: ExecutionArgs, actor: Actor) => Context;
  readonly authenticate: Authenticate;
  readonly log: Log;
}

/**
 * A subscription is asked anew at every event: signed in again, in a fresh context and a transaction of its own, through
 * the same locks. It ends within seconds once its account is disabled or signed out.
 */
export function useSubscriptions(subscribing: Subscribing): Plugin {
  const open = new Map<string, number>();
  /** Takes one of the account’s places before anything is waited for; null where none is free, else how to give it back. */
  const take = (accountId: string): (() => void) | null => {
    const already = open.get(accountId) ?? 0;
    if (already >= most) return null;
    open.set(accountId, already + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const left = (open.get(accountId) ?? 1) - 1;
      if (left > 0) open.set(accountId, left);
      else open.delete(accountId);
    };
  };
  const refuse = (error: unknown): ExecutionResult => ({
    errors: [maskError(error, subscribing.log)],
  });

  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(async (args: ExecutionArgs) => {
        const { request, requestActor: actor } = args.contextValue as SignedInRequest;
        if (!actor) return refuse(unauthenticated('Sign in first.'));
        const close = take(actor.accountId);
        if (!close) {
          return refuse(conflict(`At most ${most} subscriptions may be open. Close another one.`));
        }
        return await subscribed({ args, actor, ...subscribing, request, refuse }, close);
      });
    },
  };
}

/** Opens the source; the place is given back where that fails, and else at its end or when the client leaves. */
async function subscribed(
  { actor, ...asked }: Omit<Answering, 'source'> & { readonly actor: Actor },
  close: () => void,
) {
  const { args } = asked;
  let isOpen = false;
  try {
    const context = asked.openContext(args, actor);
    const source = await createSourceEventStream({ ...args, contextValue: context });
    if (!(Symbol.asyncIterator in source)) return await settle(args, context, source);
    await settle(args, context, {});
    // Whoever left meanwhile never takes the first answer, so nothing would end.
    const { signal } = asked.request;
    isOpen = !signal.aborted;
    signal.addEventListener('abort', close, { once: true });
    return answers({ ...asked, source }, close);
  } finally {
    if (!isOpen) close();
  }
}

interface Answering extends Subscribing {
  readonly args: ExecutionArgs;
  readonly request: Request;
  readonly source: AsyncIterable<unknown>;
  readonly refuse: (error: unknown) => ExecutionResult;
}

/** An answer for each event, until the client leaves, the source ends or the account may no longer ask. */
const answers = (answering: Answering, close: () => void) =>
  new Repeater<ExecutionResult>(async (push, stop) => {
    const events = answering.source[Symbol.asyncIterator]();
    const check = setInterval(() => {
      answering.authenticate(answering.request).catch((error: unknown) => {
        void push(answering.refuse(error));
        stop();
      });
    }, checkEvery);
    stop.then(() => events.return?.());
    // Else it would be seen at the next ping only.
    const { signal } = answering.request;
    signal.addEventListener('abort', () => stop(), { once: true });
    if (signal.aborted) stop();
    try {
      for (let event = await events.next(); !event.done; event = await events.next()) {
        await push(await answerTo(event.value, answering));
      }
    } catch (error) {
      void push(answering.refuse(error));
    } finally {
      clearInterval(check);
      close();
      stop();
    }
  });

async function answerTo(
  event: unknown,
  { args, request, authenticate, openContext }: Answering,
): Promise<ExecutionResult> {
  const actor = await authenticate(request);
  if (!actor) throw unauthenticated('Sign in again.');
  const context = openContext(args, actor);
  try {
    const result = await execute({ ...args, rootValue: event, contextValue: context });
    return await settle(args, context, result);
  } catch (error) {
    await context.end('rollback');
    throw error;
  }
}
