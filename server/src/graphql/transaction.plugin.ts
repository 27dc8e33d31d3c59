import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from './context.ts';

/**
 * One operation, one fresh context, one transaction: kept when all went well, else undone. A mutation that failed anywhere answers no data
 * at all, because nothing of it was kept.
 *
 * Stands after compiled execution in the plugin list, so that it wraps whatever executes.
 */
export function useTransaction(openContext: (args: ExecutionArgs) => Context): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs): Promise<ExecutionResult> => {
        const context = openContext(args);
        let result: ExecutionResult;
        try {
          result = (await executeFn({ ...args, contextValue: context })) as ExecutionResult;
        } catch (error) {
          await context.end('rollback');
          throw error;
        }
        if (!result.errors?.length) {
          await context.end('commit');
          return result;
        }
        await context.end('rollback');
        return isMutation(args) ? { ...result, data: null } : result;
      });
    },
  };
}

/** Whether the operation that is asked for changes anything. */
export function isMutation({
  document,
  operationName,
}: Pick<ExecutionArgs, 'document' | 'operationName'>): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === 'mutation' &&
      (!operationName || definition.name?.value === operationName),
  );
}
