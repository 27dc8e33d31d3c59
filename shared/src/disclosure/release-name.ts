import type { Dataset } from '../indicators/indicator.ts';
import { periodInWords } from '../indicators/period-words.ts';
import { formatOf } from '../returns/formats.ts';
import type { ReleaseAudience } from './release-enums.ts';
import { audienceInWords } from './release-enums.ts';

interface NamedRelease {
  readonly dataset: Dataset;
  /** Label of a month, for example `2026-09`. */
  readonly period: string;
  readonly audience: ReleaseAudience;
  readonly version: number;
}

/** For people and addresses, for example `d2n2/placements/2026-09/members/2`. */
export const releaseKey = (
  release: NamedRelease & { /** Its code. */ readonly consortium: string },
): string =>
  [
    release.consortium,
    release.dataset,
    release.period,
    release.audience.toLowerCase(),
    release.version,
  ].join('/');

/** For headings: “What placements cost, D2N2, September 2026, for members, version 2”. */
export const releaseTitle = (
  release: NamedRelease & { /** Its name. */ readonly consortium: string },
): string =>
  [
    formatOf(release.dataset).title,
    release.consortium,
    periodInWords(release.period),
    `for ${audienceInWords[release.audience]}`,
    `version ${release.version}`,
  ].join(', ');
