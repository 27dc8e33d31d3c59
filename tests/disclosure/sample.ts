import { toolEnvironment } from '@sufficiency/server/env.ts';

/** How many regions a property is tried on. `pnpm test:disclosure` tries a thousand, other ones each time. */
export const regionsOf = (usually: number): number =>
  Number(toolEnvironment()['REGIONS'] ?? usually);

/**
 * For each region that shows something, so many may show nothing: a refusal is safe, but releases that were all refused would
 * prove nothing. One in five is refused; that it comes to three in four has a chance of less than one in a billion.
 */
export const maxSkipsPerRun = 3;
