import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { counted, upperFirst } from '../returns/return-words.ts';
import type { ReleaseAudience, ReleaseStatus, ReleaseSummary } from './release-queries.ts';

/** Where a release stands, as a tag. */
export const statusWord: Readonly<Record<ReleaseStatus, string>> = {
  BUILDING: 'Being built',
  FAILED: 'Not built',
  READY: 'Ready to publish',
  PUBLISHED: 'Published',
  SUPERSEDED: 'Replaced',
  WITHDRAWN: 'Withdrawn',
};

export const statusTone = {
  BUILDING: 'accent',
  FAILED: 'bad',
  READY: 'warn',
  PUBLISHED: 'good',
  SUPERSEDED: 'neutral',
  WITHDRAWN: 'neutral',
} as const satisfies Readonly<Record<ReleaseStatus, string>>;

/** An audience as a choice. */
export const audienceTitle: Readonly<Record<ReleaseAudience, string>> = {
  MEMBERS: 'Members',
  REVIEWERS: 'Reviewers',
  PUBLIC: 'The public',
};

/** Who may read a published release, as the subject of a sentence. */
export const audienceReaders: Readonly<Record<ReleaseAudience, string>> = {
  MEMBERS: 'People who work for the hub and for its members',
  REVIEWERS: 'Reviewers, and people who work for the hub and for its members',
  PUBLIC: 'Everybody with an account',
};

/** Who may read a published release, in a few words. */
export const audienceShort: Readonly<Record<ReleaseAudience, string>> = {
  MEMBERS: 'The hub and members',
  REVIEWERS: 'Reviewers, the hub and members',
  PUBLIC: 'Everybody with an account',
};

/** Another release beside this one: “Placements, September 2026, version 1 for members”. */
export const otherRelease = (
  release: Pick<ReleaseSummary, 'dataset' | 'period' | 'version' | 'audience'>,
): string =>
  [
    upperFirst(release.dataset),
    periodInWords(release.period),
    `version ${release.version} for ${audienceInWords[release.audience]}`,
  ].join(', ');

/** What `c` means, said once on a page. */
export const keptBackMeaning = (minimumCount: number): string =>
  `kept back: a number from 1 to ${minimumCount - 1}, or one that would give such a number away`;

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** “540”, “4.5”. */
export const written = (value: number): string => number.format(value);

/** How long something took: “12 seconds”, “3 minutes”. */
export function writtenDuration(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  return seconds < 120
    ? counted(Math.round(seconds), 'second')
    : counted(Math.round(seconds / 60), 'minute');
}
