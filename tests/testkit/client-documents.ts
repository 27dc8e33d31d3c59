import type { DefinitionNode, FragmentDefinitionNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';
import { projectFiles, readProjectFile } from './project-files.ts';

/** A mark for the types of the client alone, which never reaches the server. */
const unmask = /@_unmask/g;

const templates = /graphql\(\s*`([^`]+)`/g;

const definitionsOf = (path: string): readonly DefinitionNode[] =>
  [...readProjectFile(path).matchAll(templates)].flatMap(
    ([, text]) => parse((text ?? '').replaceAll(unmask, '')).definitions,
  );

const spreadsIn = (node: DefinitionNode): string[] => {
  const names: string[] = [];
  visit(node, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
};

/** Every query the pages send, by name, with the fragments it needs: found in the client's own files. */
export function clientQueries(): ReadonlyMap<string, string> {
  const definitions = projectFiles(/^client\/src\/.*\.tsx?$/).flatMap(definitionsOf);
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const withFragments = (node: DefinitionNode, known = new Set<DefinitionNode>()) => {
    known.add(node);
    for (const name of spreadsIn(node)) {
      const fragment = fragments.get(name);
      if (fragment && !known.has(fragment)) withFragments(fragment, known);
    }
    return known;
  };
  return new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION && node.operation === 'query'
        ? [[node.name?.value ?? '', [...withFragments(node)].map(print).join('\n')] as const]
        : [],
    ),
  );
}
