import { DomainError } from '@sufficiency/shared/errors.ts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { hashOf } from '../modules/access/secrets.ts';
import { bearerSecretOf, sessionSecretOf } from './credentials.ts';

/** Requests a minute for each token, session, or (without either) all who are not signed in. */
export class RateLimit {
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Seconds to wait before the next request; null if this one may go on. */
  async waitFor(request: Request): Promise<number | null> {
    try {
      await this.#limiter.consume(keyOf(request));
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes)
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      throw refused;
    }
  }
}

/** What is limited: never the credential itself, only its hash. */
function keyOf(request: Request): string {
  const secret = bearerSecretOf(request) ?? sessionSecretOf(request);
  return secret === null ? 'nobody' : hashOf(secret);
}

/** Unit of `seconds`: seconds to wait. */
export const rateLimited = (seconds: number) =>
  new DomainError('RATE_LIMITED', `Too many requests. Try again in ${seconds} s.`, {
    details: { seconds },
  });
