import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import { loggedError } from './logged-error.ts';

export type Log = Logger;

/**
 * Structured log on standard error. Tokens, cookies and figures are never logged: callers pass ids and names only, and of
 * an error only what cannot hold a value is kept.
 */
export const createLog = (
  level: string,
  destination: DestinationStream = pino.destination(2),
): Log =>
  pino(
    {
      level,
      base: null,
      serializers: { err: loggedError },
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
    destination,
  );
