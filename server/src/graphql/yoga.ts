import { useGraphQlJit } from '@envelop/graphql-jit';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { Kind } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Actor } from '../modules/access/actor.ts';
import type { Log } from '../platform/log.ts';
import type { Services, SessionCookie } from './context.ts';
import { createContext } from './context.ts';
import { maskError, useErrorCodes } from './errors.ts';
import { useLimits } from './limits.plugin.ts';
import type { Authenticate, SignedInRequest } from './sign-in.plugin.ts';
import { useSignIn } from './sign-in.plugin.ts';
import { useSubscriptions } from './subscription.plugin.ts';
import { isMutation, useTransaction } from './transaction.plugin.ts';
import { useUploads } from './uploads.plugin.ts';
import { explainVariables } from './variables.plugin.ts';

/** Keeps one compiled form for each document, so it must not be given one that holds several operations. */
const isSingleOperation = ({ document }: ExecutionArgs) =>
  document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;

/** The GraphQL endpoint: a fetch handler for `/graphql`, with no port. */
export function createGraphql(options: {
  schema: GraphQLSchema;
  services: Services;
  authenticate: Authenticate;
  authenticateAll(requests: readonly Request[]): Promise<(Actor | null)[]>;
  cookieOf(request: Request): SessionCookie;
  log: Log;
}) {
  const { schema, services, log } = options;

  const openContext = (args: ExecutionArgs, actor?: Actor) => {
    const { request, requestActor } = args.contextValue as SignedInRequest;
    return createContext(services, {
      actor: actor ?? requestActor,
      cookie: options.cookieOf(request),
      mode: isMutation(args) ? 'write' : 'read',
      signal: request.signal,
    });
  };

  return createYoga({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    multipart: false,
    // The app limits bodies before they come here; a second limit would read each of them as a stream.
    maxRequestBodySize: false,
    logging: false,
    healthCheckEndpoint: '/graphql/health',
    maskedErrors: { maskError: (error) => maskError(error, log) },
    plugins: [
      useUploads(),
      ...useSignIn(options.authenticate, schema),
      ...useLimits({ introspection: services.demonstration }),
      useGraphQlJit({}, { enableIf: isSingleOperation }),
      useTransaction((args) => openContext(args)),
      useSubscriptions({ services, openContext, authenticateAll: options.authenticateAll, log }),
      explainVariables,
      useErrorCodes(log),
    ],
  });
}
