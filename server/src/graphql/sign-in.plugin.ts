import { useGenericAuth } from '@envelop/generic-auth';
import { DomainError } from '@sufficiency/shared/errors.ts';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Actor } from '../modules/access/actor.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import { toGraphQLError } from './errors.ts';

export type Authenticate = (request: Request) => Promise<Actor | null>;

/** What `@envelop/generic-auth` puts into the context for us. */
export interface SignedInRequest {
  readonly request: Request;
  readonly requestActor: Actor | null;
}

/**
 * Closed unless a field opts out by name. Decided before parsing results or validation can tell anybody anything: with
 * bad credentials nothing is looked at, and without any only documents whose every root field opted out go on.
 */
export function useSignIn(authenticate: Authenticate, schema: GraphQLSchema): Plugin[] {
  const actors = new WeakMap<Request, Actor>();
  /** @throws DomainError UNAUTHENTICATED nobody who may ask this. */
  const admit = async (request: Request, query: string | undefined) => {
    const actor = await authenticate(request).catch((error: unknown) => {
      // A session that has ended must not keep anybody from signing in again.
      if (error instanceof DomainError && !request.headers.has('authorization')) {
        if (isOpen(query, schema)) return null;
      }
      throw error;
    });
    if (actor) actors.set(request, actor);
    else if (!isOpen(query, schema)) throw unauthenticated('Sign in first.');
  };
  const gate: Plugin = {
    async onParams({ request, params, setResult }) {
      try {
        await admit(request, params.query);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        setResult({ errors: [toGraphQLError(error)] });
      }
    },
  };
  const remember = useGenericAuth<Actor, { request: Request }, 'requestActor'>({
    mode: 'resolve-only',
    contextFieldName: 'requestActor',
    resolveUserFn: ({ request }) => actors.get(request) ?? null,
  });
  return [gate, remember as unknown as Plugin];
}

/** True if every root field of every operation opted out of sign-in, and nothing hides behind a fragment. */
function isOpen(query: string | undefined, schema: GraphQLSchema): boolean {
  if (!query) return false;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: 200 });
  } catch {
    return false;
  }
  return document.definitions.every((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return true;
    if (definition.kind !== Kind.OPERATION_DEFINITION) return false;
    const root = schema.getRootType(definition.operation);
    const fields = root?.getFields() ?? {};
    return definition.selectionSet.selections.every(
      (selection) =>
        selection.kind === Kind.FIELD &&
        fields[selection.name.value]?.extensions['public'] === true,
    );
  });
}
