/** What the log holds of an error: what happened and where in our code, and nothing of what somebody sent or stored. */
export interface LoggedError {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  /** What PostgreSQL names of its own: constraint, table and the like. */
  readonly [name: string]: unknown;
}

/**
 * Names that PostgreSQL gives to things of ours. Its `detail`, `where`, `hint`, `internalQuery` and whatever else an error
 * may carry hold values of rows, so they are never told.
 */
const names = ['severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine'];

/** Causes of causes that are told at most. */
const deepest = 5;

/** An error as the log may hold it. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const fields = error as Error & Readonly<Record<string, unknown>>;
  const told = names.filter((name) => typeof fields[name] === 'string');
  const code = fields['code'];
  const message = tellableMessage(fields);
  const cause = fields['originalError'] ?? error.cause ?? driverError(fields);
  return {
    type: error.name,
    ...(message !== null && { message }),
    ...(typeof code === 'string' && { code }),
    ...Object.fromEntries(told.map((name) => [name, fields[name]])),
    stack: framesOf(error),
    ...(cause !== undefined && depth < deepest && { cause: loggedError(cause, depth + 1) }),
  };
}

/** What an error says, without the values that two kinds of it quote; null where it would be one long quotation. */
function tellableMessage(error: Error & Readonly<Record<string, unknown>>): string | null {
  // Prisma repeats the arguments it was called with.
  if (error.name.startsWith('PrismaClient')) return null;
  const isOfDatabase = typeof error['severity'] === 'string';
  const code = String(error['code']);
  // Data that PostgreSQL cannot read as what it should be: “invalid input syntax for type integer: "…"”.
  if (isOfDatabase && code.startsWith('22')) return error.message.replaceAll(/".*"/gs, '"…"');
  return error.message;
}

/** The lines of a stack that say where. It begins with name and message, whose lines may look alike; else none is told. */
function framesOf({ message, stack = '' }: Error): string {
  const name = /^\w+(?: \[\w+\])?/.exec(stack)?.[0] ?? '';
  const head = `${message === '' ? name : `${name}: ${message}`}\n`;
  if (!stack.startsWith(head)) return '';
  return stack
    .slice(head.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

/** What Prisma wraps: of the driver’s error its code. */
function driverError(error: Readonly<Record<string, unknown>>): Error | undefined {
  const { meta } = error as {
    meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } };
  };
  const cause = meta?.driverAdapterError?.cause;
  return cause && Object.assign(new Error(cause.kind ?? ''), { code: cause.originalCode });
}
