import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import type { DocumentNode } from 'graphql';
import { GraphQLError, Kind, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { sizeOf } from './document-size.ts';
import { noListWithinItself } from './recursion.rule.ts';

/** How much one document may ask for. */
const limits = { depth: 12, aliases: 15, tokens: 2_000, size: 5_000 };

/** Refuses documents that ask for too much. In a demonstration introspection is on and exempt; in service it is off. */
export function useLimits(options: { introspection: boolean }): Plugin[] {
  const ignoreIntrospection = options.introspection;
  return [
    maxTokensPlugin({ n: limits.tokens }) as Plugin,
    withLimitedSize,
    maxDepthPlugin({ n: limits.depth, ignoreIntrospection, flattenFragments: true }) as Plugin,
    maxAliasesPlugin({ n: limits.aliases }) as Plugin,
    withoutRecursion,
    withoutSuggestions,
    ...(options.introspection ? [] : [withoutIntrospection]),
  ];
}

/** Comes before every rule that would write the fragments out. */
const withLimitedSize: Plugin = {
  onValidate: ({ params, setResult }) => {
    const document = params.documentAST as DocumentNode;
    const problem = problemOf(document);
    if (problem !== null) setResult([new GraphQLError(problem)]);
  },
};

function problemOf(document: DocumentNode): string | null {
  if (sizeOf(document) > limits.size) {
    return `Written out, this document asks for more than ${limits.size} fields. Spread fewer fragments.`;
  }
  const reserved = document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
    )
    .find(({ variable }) => variable.name.value.startsWith('__'));
  return reserved
    ? `Names that begin with two underscores are reserved: rename $${reserved.variable.name.value}.`
    : null;
}

const withoutIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
};

const withoutRecursion: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(noListWithinItself),
};

/** “Did you mean …” would spell out a schema that introspection no longer tells. */
const withoutSuggestions: Plugin = {
  onValidate:
    () =>
    ({ result }) => {
      if (!Array.isArray(result)) return;
      for (const error of result as { message: string }[]) {
        error.message = error.message.replace(/ ?Did you mean .*\?/u, '');
      }
    },
};
