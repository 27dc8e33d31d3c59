import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/**
 * How many fields a document stands for once every fragment is written out wherever it is spread: a few fragments that
 * each spread the one before several times stand for millions. Each fragment is counted once, so counting is quick.
 */
export function sizeOf(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const sizes = new Map<string, number>();

  const sizeOfFragment = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    // A fragment within itself is another rule's business.
    sizes.set(name, 0);
    const size = sizeOfSelection(fragments.get(name)?.selectionSet);
    sizes.set(name, size);
    return size;
  };

  const sizeOfSelection = (set: SelectionSetNode | undefined): number => {
    let size = 0;
    for (const selection of set?.selections ?? []) {
      size += 1;
      size +=
        selection.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(selection.name.value)
          : sizeOfSelection(selection.selectionSet);
    }
    return size;
  };

  return document.definitions.reduce(
    (sum, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? sum + sizeOfSelection(definition.selectionSet)
        : sum,
    0,
  );
}
