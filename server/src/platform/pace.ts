/** How slowly something may come or be taken. */
export interface Pace {
  /** Before it is looked at. Unit: milliseconds. */
  readonly grace: number;
  /** From then on. Unit: bytes a second. */
  readonly slowest: number;
}

/** 100 MB within a quarter of an hour: slower than any line of a council. */
export const usualPace: Pace = { grace: 30_000, slowest: 125_000 };

/** Counts what came or was taken. */
export interface Watch {
  count(bytes: number): void;
  end(): void;
}

/** Tells once if too few bytes were counted for the time since now, until the watch is ended. */
export function watchPace({ grace, slowest }: Pace, tooSlow: () => void): Watch {
  const begun = performance.now();
  let counted = 0;
  const timer = setInterval(
    () => {
      const seconds = (performance.now() - begun - grace) / 1_000;
      if (counted >= seconds * slowest) return;
      clearInterval(timer);
      tooSlow();
    },
    Math.min(grace, 1_000),
  ).unref();
  return {
    count: (bytes) => {
      counted += bytes;
    },
    end: () => clearInterval(timer),
  };
}
