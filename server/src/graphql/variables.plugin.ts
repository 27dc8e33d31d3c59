import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** More than this many faults of one request help nobody. */
const maxErrors = 5;
const longestMessage = 400;

/**
 * Says what is wrong with a variable as graphql-js does: where it is, and in a scalar's own words. Compiled execution
 * only tells the type. Costs nothing while variables are right.
 */
export const explainVariables: Plugin = {
  onExecute: ({ args }) => ({
    onExecuteDone({ result, setResult }) {
      if (!isAboutVariables(result as ExecutionResult)) return;
      const errors = faultsOfVariables(args);
      if (errors.length > 0) setResult({ errors });
    },
  }),
};

const isAboutVariables = ({ errors }: ExecutionResult) =>
  errors?.some(({ message, path }) => !path && message.startsWith('Variable "$')) ?? false;

function faultsOfVariables(args: ExecutionArgs): GraphQLError[] {
  const { schema, document, operationName, variableValues } = args;
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, variableValues ?? {}, { maxErrors });
  return (errors ?? []).map(
    ({ message, nodes }) => new GraphQLError(shortened(message), { ...(nodes && { nodes }) }),
  );
}

/** Without a list of what else there is, and without the middle of what was sent where that is long. */
function shortened(message: string): string {
  const plain = message.replace(/ ?Did you mean .*\?/u, '');
  if (plain.length <= longestMessage) return plain;
  const half = longestMessage / 2;
  return `${plain.slice(0, half)} … ${plain.slice(-half)}`;
}
