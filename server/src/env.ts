import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** Port of the API and the pages. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Where the embedded database, its secrets and the demonstration's tokens are kept. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** An external PostgreSQL 16 or newer, as the role that owns the schema. Absent: the embedded one. */
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** `1` allows a demonstration on an external database. */
  DEMONSTRATION: z.enum(['0', '1']).optional(),
  /** Requests a minute for each token or session; 600 in service, 6,000 in a demonstration. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).optional(),
  /** Bearer token of the account that `pnpm ingest` sends a return as. Never on a command line, which others can see. */
  EXCHANGE_TOKEN: z.string().min(1).optional(),
  /** fatal, error, warn, info, debug or silent. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Env {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly demonstration: boolean;
  readonly rateLimitPerMinute: number | undefined;
  readonly token: string | undefined;
  readonly logLevel: string;
}

/**
 * The settings of this process. The only place that reads the environment.
 *
 * @throws Error a setting that cannot be used, named with what it may be.
 */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const { data, error } = schema.safeParse(variables);
  if (!data) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`These settings cannot be used. ${problems.join('. ')}.`);
  }
  return {
    port: data.PORT,
    dataDir: resolve(workspaceRoot, data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    demonstration: data.DEMONSTRATION === '1' || data.DATABASE_URL === undefined,
    rateLimitPerMinute: data.RATE_LIMIT_PER_MINUTE,
    token: data.EXCHANGE_TOKEN,
    logLevel: data.LOG_LEVEL,
  };
}

/** The environment of the programs that a start runs: ours, and no reports about their use to anybody. */
export const toolEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
});

const workspaceRoot = resolve(import.meta.dirname, '../..');
