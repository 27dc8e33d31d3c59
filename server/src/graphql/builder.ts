import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { PrismaTypes } from '@sufficiency/prisma/pothos-types.ts';
import { getDatamodel } from '@sufficiency/prisma/pothos-types.ts';
import type { Permission } from '@sufficiency/shared/access/permissions.ts';
import { badInput, DomainError } from '@sufficiency/shared/errors.ts';
import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { Context } from './context.ts';
import { largestPage } from './pages.ts';
import { gssCode, instant, localDate } from './scalars.ts';
import { uploadedFile } from './uploads.ts';

interface SchemaTypes {
  PrismaTypes: PrismaTypes;
  Context: Context;
  DefaultAuthStrategy: 'all';
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  AuthScopes: {
    /** Somebody is signed in. */
    signedIn: boolean;
    /** The actor's role has this permission. */
    permission: Permission;
  };
  Scalars: {
    LocalDate: { Input: string; Output: Date | string };
    Instant: { Input: Date; Output: Date };
    GssCode: { Input: string; Output: string };
    File: { Input: File; Output: never };
    ID: { Input: string; Output: string };
  };
}

/** An id of a type that has no nodes was never given by this server. */
function requireNodeIds(schema: GraphQLSchema, ids: readonly { typename: string }[]): void {
  if (ids.length > largestPage) throw badInput(`Ask for ${largestPage} nodes at most.`);
  for (const { typename } of ids) {
    const type = schema.getType(typename);
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) {
      throw badInput('This id cannot be read. Use one that the server gave you.');
    }
  }
}

/**
 * The one schema builder. It defines no types: they live in `modules/<noun>/<noun>.schema.ts`, beside their queries.
 *
 * A field is closed unless it opts out with `extensions: { public: true }`.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authorizeOnSubscribe: true,
    defaultStrategy: 'all',
    authScopes: ({ actor }) => ({
      signedIn: actor !== null,
      permission: (permission) => actor?.permissions.has(permission) ?? false,
    }),
    unauthorizedError: (_parent, { actor }) =>
      actor
        ? new DomainError('FORBIDDEN', `The role “${actor.role}” may not do this.`)
        : new DomainError('UNAUTHENTICATED', 'Sign in first.'),
  },
  relay: {
    cursorType: 'String',
    edgeCursorType: 'String',
    pageInfoCursorType: 'String',
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'This page, in order.',
    },
    nodeFieldOptions: { nullable: false, description: 'The thing itself.' },
    cursorFieldOptions: { description: 'Where this edge stands: give it as `after` or `before`.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and from where.' },
    hasNextPageFieldOptions: { description: 'True if there is more after this page.' },
    hasPreviousPageFieldOptions: { description: 'True if there is more before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first edge; null for an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last edge; null for an empty page.' },
    firstArgOptions: { description: 'How many from the start, 200 at most.' },
    lastArgOptions: { description: 'How many from the end, 200 at most.' },
    afterArgOptions: { description: 'Only what comes after this cursor.' },
    beforeArgOptions: { description: 'Only what comes before this cursor.' },
    idFieldOptions: { description: 'Global and opaque: give it to `node`.' },
    nodeTypeOptions: { description: 'Anything with an identity.' },
    pageInfoTypeOptions: {
      description: 'Where a page of a list stands.',
      authScopes: { signedIn: true },
    },
    nodeQueryOptions: {
      description: 'A thing by its id; null if there is none that you may see.',
      authScopes: { signedIn: true },
      args: { id: { description: 'As `id` of the thing.' } },
      resolve: (_root, { id }, _context, { schema }, find) => {
        requireNodeIds(schema, [id]);
        return find(id);
      },
    },
    nodesQueryOptions: {
      description:
        'Things by their ids, in the same order; null where there is none that you may see.',
      authScopes: { signedIn: true },
      args: { ids: { description: 'As `id` of each thing; 200 at most.' } },
      resolve: (_root, { ids }, _context, { schema }, find) => {
        requireNodeIds(schema, ids);
        return find(ids);
      },
    },
  },
  prisma: {
    client: ({ viewer }) => viewer.db as never,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    maxConnectionSize: largestPage,
    defaultConnectionSize: 50,
    onUnusedQuery: 'error',
  },
});

builder.addScalarType('LocalDate', localDate);
builder.addScalarType('Instant', instant);
builder.addScalarType('GssCode', gssCode);
builder.addScalarType('File', uploadedFile);

builder.queryType({ description: 'Everything that can be asked.' });
builder.mutationType({ description: 'Everything that can be changed.' });
builder.subscriptionType({ description: 'Everything that can be followed as it happens.' });
