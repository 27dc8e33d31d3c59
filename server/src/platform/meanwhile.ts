import { conflict } from '@sufficiency/shared/errors.ts';

/** Somebody else changed it since it was seen. */
export const changedMeanwhile = (what: string, version?: number) =>
  conflict(
    `This ${what} was changed meanwhile. Look at it again, then repeat your change.`,
    version === undefined ? {} : { version },
  );
