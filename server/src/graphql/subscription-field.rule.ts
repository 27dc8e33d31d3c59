import type {
  ASTVisitor,
  FieldNode,
  FragmentSpreadNode,
  InlineFragmentNode,
  ValidationContext,
} from 'graphql';
import { GraphQLError } from 'graphql';

const conditions = new Set(['skip', 'include']);

/** Refuses a condition on what a subscription follows: where it leaves nothing, there is nothing to follow. */
export const noConditionalSubscription = (context: ValidationContext): ASTVisitor => {
  const refuse = ({ directives }: FieldNode | FragmentSpreadNode | InlineFragmentNode) => {
    if (context.getParentType() !== context.getSchema().getSubscriptionType()) return;
    const condition = directives?.find(({ name }) => conditions.has(name.value));
    if (!condition) return;
    const message = `The field of a subscription cannot be left out: ask for it without @${condition.name.value}.`;
    context.reportError(new GraphQLError(message, { nodes: condition }));
  };
  return { Field: refuse, FragmentSpread: refuse, InlineFragment: refuse };
};
