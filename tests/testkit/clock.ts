import type { Clock } from '@sufficiency/server/platform/clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  readonly pass: (time: { readonly minutes?: number; readonly seconds?: number }) => void;
}

/** A clock that stands at an instant, for example `2026-06-01T09:00:00Z`. */
export function clockAt(instant: string): TestClock {
  let now = new Date(instant);
  return {
    now: () => now,
    pass: ({ minutes = 0, seconds = 0 }) => {
      now = new Date(now.getTime() + (minutes * 60 + seconds) * 1_000);
    },
  };
}
