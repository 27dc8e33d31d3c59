import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

const known = new WeakMap<FieldNode, ReadonlySet<string>>();

/**
 * Names of all fields a document asks for beneath the one that is being resolved, at whatever depth, fragments
 * included. Those behind `@skip` and `@include` count as asked for. A document is looked at once.
 */
export function fieldsAskedOf({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  // A field that is asked for in several places is the sum of them, which may differ between operations.
  const only = fieldNodes.length === 1 ? fieldNodes[0] : undefined;
  const before = only && known.get(only);
  if (before) return before;
  const names = new Set<string>();
  const spread = new Set<string>();
  for (const { selectionSet } of fieldNodes) collect(selectionSet, fragments, { names, spread });
  if (only) known.set(only, names);
  return names;
}

function collect(
  selectionSet: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
  found: { readonly names: Set<string>; readonly spread: Set<string> },
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      if (found.spread.has(name)) continue;
      found.spread.add(name);
      collect(fragments[name]?.selectionSet, fragments, found);
      continue;
    }
    if (selection.kind === Kind.FIELD) found.names.add(selection.name.value);
    collect(selection.selectionSet, fragments, found);
  }
}
