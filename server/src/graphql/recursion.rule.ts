import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  SelectionSetNode,
  ValidationContext,
} from 'graphql';
import {
  GraphQLError,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
} from 'graphql';

/**
 * Refuses a list within itself: members of consortia of members of consortia … Each level multiplies the answer, so
 * that a short document within every other limit would keep the server busy for minutes.
 */
export const noListWithinItself = (context: ValidationContext): ASTVisitor => ({
  Document(document) {
    const repeated = listWithinItself(document, context.getSchema());
    if (repeated === null) return;
    const message = `The list “${repeated}” stands within itself. Ask for one level at a time.`;
    context.reportError(new GraphQLError(message));
  },
});

type Lists = ReadonlySet<string>;
const none: Lists = new Set();

/** The first list that is asked for within itself, as `Type.field`; null if there is none. */
function listWithinItself(document: DocumentNode, schema: GraphQLSchema): string | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const reached = new Map<string, Lists>();
  let repeated: string | null = null;

  /** Lists in a fragment, worked out once. A fragment within itself is another rule's business. */
  const listsInFragment = (name: string): Lists => {
    const known = reached.get(name);
    if (known) return known;
    reached.set(name, none);
    const fragment = fragments.get(name);
    const lists = fragment
      ? listsIn(fragment.selectionSet, fragment.typeCondition.name.value)
      : none;
    reached.set(name, lists);
    return lists;
  };

  const listsInField = (typeName: string, name: string, selected: SelectionSetNode): Lists => {
    const type = schema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return none;
    const within = listsIn(selected, getNamedType(field.type).name);
    if (!isListType(getNullableType(field.type))) return within;
    const list = `${typeName}.${name}`;
    if (within.has(list)) repeated ??= list;
    return new Set([...within, list]);
  };

  const listsIn = ({ selections }: SelectionSetNode, typeName: string): Lists => {
    const lists = selections.map((selection): Lists => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return listsInFragment(selection.name.value);
      if (!selection.selectionSet) return none;
      return selection.kind === Kind.FIELD
        ? listsInField(typeName, selection.name.value, selection.selectionSet)
        : listsIn(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    });
    return new Set(lists.flatMap((found) => [...found]));
  };

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(definition.operation);
    if (root) listsIn(definition.selectionSet, root.name);
  }
  return repeated;
}
