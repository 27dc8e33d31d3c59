import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { createSourceEventStream, print, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Actor } from '../modules/access/actor.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import type { Told } from '../platform/untold.ts';
import type { Context } from './context.ts';
import { maskError, withoutTransport } from './errors.ts';
import { responseOf } from './event-stream.ts';
import { Feed } from './feed.ts';
import { OpenSubscriptions, sightOf } from './open-subscriptions.ts';
import type { Executing, Followed } from './shared-execution.ts';
import { answerTo, recordFor } from './shared-execution.ts';
import type { SignedInRequest } from './sign-in.plugin.ts';
import { noConditionalSubscription } from './subscription-field.rule.ts';
import { settle } from './transaction.plugin.ts';
import { eventOf, Watcher } from './watcher.ts';

interface Subscribing extends Executing {
  readonly openContext: (args: ExecutionArgs, actor: Actor) => Context;
  readonly authenticateAll: (requests: readonly Request[]) => Promise<(Actor | null)[]>;
}

/**
 * A subscription is answered anew at every event, through the same locks: once for all who ask the same with the same
 * sight. It ends within seconds once its account is disabled or signed out.
 *
 * By default, the same sight is the same account. A field with `extensions: { shared: true }` is answered once for all
 * accounts of an organisation in a role: whoever resolves it knows no account, and what is null is not told.
 */
export function useSubscriptions(subscribing: Subscribing): Plugin {
  const answerOf = (error: unknown): ExecutionResult => ({
    errors: [withoutTransport(maskError(error, subscribing.log))],
  });
  const refuse = (watcher: Watcher, error: unknown) => watcher.end(eventOf(answerOf(error)));
  const open = new OpenSubscriptions({ ...subscribing, refuse });
  const feeds = new Map<string, Feed>();
  const streams = new WeakMap<Request, Watcher>();

  const join = (watcher: Watcher, followed: Followed, source: AsyncIterator<Told>) => {
    const key = keyOf(followed);
    let feed = feeds.get(key);
    if (feed) source.return?.().catch(() => undefined);
    else {
      feed = new Feed({
        source,
        answerTo: (told) => answerTo(told, followed, subscribing),
        record: (watchers, events) => recordFor(watchers, events, { ...subscribing, refuse }),
        refuse,
      });
      feeds.set(key, feed);
    }
    feed.join(watcher, () => feeds.delete(key));
  };

  /** Every subscription passes the field's own guards by itself; only what is told is shared. */
  const subscribed = async (args: ExecutionArgs, watcher: Watcher) => {
    const { actor, request } = watcher;
    open.take(watcher);
    const context = subscribing.openContext(args, actor);
    const source = await createSourceEventStream({ ...args, contextValue: context });
    if (!(Symbol.asyncIterator in source)) return await settle(args, context, source);
    await settle(args, context, {});
    join(
      watcher,
      { args: whatIsAsked(args), actor, isShared: isShared(args) },
      source[Symbol.asyncIterator]() as AsyncIterator<Told>,
    );
    open.watch(watcher);
    streams.set(request, watcher);
    return unread;
  };

  return {
    onValidate: ({ addValidationRule }) => addValidationRule(noConditionalSubscription),
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(async (args: ExecutionArgs) => {
        const { request, requestActor: actor } = args.contextValue as SignedInRequest;
        if (!actor) return answerOf(unauthenticated('Sign in first.'));
        const watcher = new Watcher(actor, request);
        try {
          return await subscribed(args, watcher);
        } catch (error) {
          return answerOf(error);
        } finally {
          if (!streams.has(request)) watcher.leave();
        }
      });
    },
    onResultProcess({ request, resultProcessor, setResultProcessor }) {
      const watcher = streams.get(request);
      if (!watcher) return;
      // With none, it is answered that this type of content cannot be had.
      // The library's own way writes every event anew for each who gets it.
      if (resultProcessor) setResultProcessor(() => responseOf(watcher), 'text/event-stream');
      else watcher.leave();
    },
  };
}

/** In the place of events, which go another way. */
const unread: AsyncIterable<ExecutionResult> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};

const whatIsAsked = ({ schema, document, variableValues, operationName }: ExecutionArgs) => ({
  schema,
  document,
  variableValues,
  operationName,
});

/** Equal where the same is asked with the same sight. */
function keyOf({ args, actor, isShared }: Followed): string {
  const { document, operationName, variableValues } = args;
  const account = isShared ? null : actor.accountId;
  return JSON.stringify([sightOf(actor), account, print(document), operationName, variableValues]);
}

/** However it is asked for: behind a fragment, or beside a field that is skipped, it is the same field. */
function isShared({ schema, document }: ExecutionArgs): boolean {
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (fields[name.value]?.extensions['shared'] === true) found = true;
    },
  });
  return found;
}
