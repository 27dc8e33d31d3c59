import type { Credential } from '../modules/access/sign-in.service.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';

/** Over https the cookie carries the `__Host-` prefix, which browsers accept only with Secure, Path=/ and no Domain. */
const names = { http: 'session', https: '__Host-session' };

const isHttps = (request: Request) => new URL(request.url).protocol === 'https:';
const cookieName = (request: Request) => (isHttps(request) ? names.https : names.http);

const secretForm = /^[\w-]{16,200}$/;

/**
 * The credential that came with a request; null if none did.
 *
 * @throws DomainError UNAUTHENTICATED a credential that cannot be read.
 */
export function credentialOf(request: Request): Credential | null {
  const header = request.headers.get('authorization');
  if (header !== null) {
    const secret = bearerSecretOf(request);
    if (secret === null) {
      throw unauthenticated('Send the token as “Authorization: Bearer …”.');
    }
    return { kind: 'token', secret };
  }
  const secret = sessionSecretOf(request);
  return secret === null ? null : { kind: 'session', secret };
}

/** The secret of a bearer token, however the header is spelt; null if there is none that can be read. */
export function bearerSecretOf(request: Request): string | null {
  const header = request.headers.get('authorization') ?? '';
  const secret = /^Bearer\s+(\S+)\s*$/i.exec(header)?.[1] ?? '';
  return secretForm.test(secret) ? secret : null;
}

/** The session secret in the request's cookie; null if there is none. */
export function sessionSecretOf(request: Request): string | null {
  const cookies = request.headers.get('cookie') ?? '';
  const wanted = `${cookieName(request)}=`;
  const found = cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(wanted));
  const secret = found?.slice(wanted.length) ?? '';
  return secretForm.test(secret) ? secret : null;
}

/** The `set-cookie` header that starts or ends a session. Unit of `maxAge`: seconds. */
export function sessionCookie(
  request: Request,
  session: { secret: string; maxAge: number } | null,
): string {
  const secure = isHttps(request) ? '; Secure' : '';
  const value = session ? `${session.secret}; Max-Age=${session.maxAge}` : '; Max-Age=0';
  return `${cookieName(request)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}
