import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

const ITERATIONS = 4096;

/**
 * The password of a role, worked out from a secret, so that several servers on one database agree
 * without having to tell each other.
 */
export const passwordOf = (role: string, secret: string): string =>
  createHmac('sha256', secret).update(`sufficiency-exchange role ${role}`).digest('base64url');

/**
 * What PostgreSQL stores instead of a password (SCRAM-SHA-256, RFC 5803), so that the password
 * itself never stands in a statement that the database may log.
 */
export function scramVerifier(password: string, salt: Uint8Array): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(key('Client Key')).digest('base64');
  const serverKey = key('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${Buffer.from(salt).toString('base64')}$${storedKey}:${serverKey}`;
}
