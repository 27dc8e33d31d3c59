import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from './context.ts';
import { refusedFields } from './errors.ts';

/**
 * One operation, one fresh context, one transaction: kept when all went well, else undone. A mutation that failed anywhere answers no data
 * at all, because nothing of it was kept. What was read of other organisations, and what was refused, is in the log
 * before the answer leaves.
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
          // What a mutation that failed had read is recorded apart: nothing of its own transaction is kept.
          if (isMutation(args) && !result.errors?.length) await context.recordWithin();
        } catch (error) {
          await context.end('rollback');
          throw error;
        }
        return await settle(args, context, result);
      });
    },
  };
}

/** Ends an operation’s transaction, and records what is to be recorded before its answer leaves. */
export async function settle(
  args: ExecutionArgs,
  context: Context,
  result: ExecutionResult,
): Promise<ExecutionResult> {
  const failed = Boolean(result.errors?.length);
  await context.end(failed ? 'rollback' : 'commit');
  await context.recordBeforeAnswer(refusedFields(result, args.document));
  return failed && isMutation(args) ? { ...result, data: null } : result;
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
