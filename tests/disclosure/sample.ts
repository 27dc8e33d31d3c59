import { toolEnvironment } from '@sufficiency/server/env.ts';

/** How many regions a property is tried on; other ones in every run. `pnpm test:disclosure` tries a thousand. */
export const regionsOf = (usually: number): number =>
  Number(toolEnvironment()['REGIONS'] ?? usually);
