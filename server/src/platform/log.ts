import type { Logger } from 'pino';
import { pino } from 'pino';

export type Log = Logger;

/** Structured log on standard error. Tokens, cookies and figures are never logged: callers pass ids and names only. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      redact: [
        'authorization',
        'cookie',
        'secret',
        'password',
        'url',
        '*.authorization',
        '*.cookie',
      ],
    },
    pino.destination(2),
  );
