import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, readable as text. `prefix` says to a person what it is for. */
export const newSecret = (prefix: string): string =>
  `${prefix}_${randomBytes(32).toString('base64url')}`;

/** What the database keeps of a secret: SHA-256 in hexadecimal. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
