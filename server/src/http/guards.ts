import { DomainError } from '@sufficiency/shared/errors.ts';

/** Largest body of a request. Unit: bytes. */
export const largestBody = 1_000_000;

const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;

/**
 * A demonstration lets anybody be anybody, so it serves the machine it runs on and nobody else.
 *
 * @throws DomainError FORBIDDEN the request came through a proxy, or asks for another host.
 */
export function requireLoopback(request: Request): void {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!loopback.test(host)) {
    throw new DomainError('FORBIDDEN', 'A demonstration answers on this machine only: use http://localhost.');
  }
  if (forwarded.some((header) => request.headers.has(header))) {
    throw new DomainError('FORBIDDEN', 'A demonstration is not served through a proxy.');
  }
}

/**
 * A page of another site can make a browser send our cookie, but not our header.
 *
 * @throws DomainError FORBIDDEN a request with a cookie, or without any credential, that lacks `x-csrf: 1`.
 */
export function requireCsrfHeader(request: Request): void {
  if (request.headers.has('authorization')) return;
  if (request.headers.get('x-csrf') !== '1') {
    throw new DomainError('FORBIDDEN', 'Requests without a bearer token need the header “x-csrf: 1”.');
  }
}
