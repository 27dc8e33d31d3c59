import { DomainError } from '@sufficiency/shared/errors.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import { sessionSecretOf } from './credentials.ts';

/** Largest body of a request. Unit: bytes. */
export const largestBody = 1_000_000;

/** What proxies add to a request. */
const forwarded =
  /^(forwarded(-.*)?|via|x-forwarded(-.*)?|x-original-.*|x-rewrite-url|x-host|x-envoy-.*|(x-)?(real|client|cluster-client|true-client)-ip|(cf|fly|fastly)-.*)$/;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;

/**
 * A demonstration lets anybody be anybody, so it serves the machine it runs on and nobody else.
 *
 * @throws DomainError FORBIDDEN the request came through a proxy, or asks for another host.
 */
export function requireLoopback(request: Request): void {
  const { host } = new URL(request.url);
  if (!loopback.test(host) || !loopback.test(request.headers.get('host') ?? host)) {
    throw new DomainError(
      'FORBIDDEN',
      'A demonstration answers on this machine only: use http://localhost.',
    );
  }
  if ([...request.headers.keys()].some((header) => forwarded.test(header))) {
    throw new DomainError('FORBIDDEN', 'A demonstration is not served through a proxy.');
  }
}

/**
 * A page of another site can make a browser send our cookie, or sign it in, but not send our header.
 *
 * @throws DomainError FORBIDDEN a request with a session cookie that lacks `x-csrf: 1`.
 * @throws DomainError UNAUTHENTICATED a request without any credential that lacks it.
 */
export function requireCsrfHeader(request: Request): void {
  if (request.headers.has('authorization') || request.headers.get('x-csrf') === '1') return;
  if (sessionSecretOf(request) === null) {
    throw unauthenticated(
      'Sign in first: send a bearer token, or a session’s cookie with the header “x-csrf: 1”.',
    );
  }
  throw new DomainError(
    'FORBIDDEN',
    'Requests without a bearer token need the header “x-csrf: 1”.',
  );
}

/**
 * The request with a body that is known to be small enough. One that comes in pieces, with no length told before, is
 * read first.
 *
 * @returns null if it is too large.
 */
export async function withLimitedBody(request: Request): Promise<Request | null> {
  const told = request.headers.get('content-length');
  if (told !== null) return Number(told) <= largestBody ? request : null;
  if (!request.body) return request;

  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body) {
    length += piece.byteLength;
    if (length > largestBody) return null;
    pieces.push(piece);
  }
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: Buffer.concat(pieces) });
}
