import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { listed } from '../indicators/in-words.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { counted } from '../returns/return-words.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import type { Release, ReleaseStatus } from './release-queries.ts';
import { written } from './release-words.ts';

/** A release as its opening sentence needs it. */
export type SentencedRelease = Pick<
  Release,
  | 'dataset'
  | 'period'
  | 'audience'
  | 'version'
  | 'status'
  | 'publishedAt'
  | 'endedAt'
  | 'authorities'
  | 'missing'
> & {
  readonly consortium: { readonly name: string };
  readonly certificate: Pick<
    NonNullable<Release['certificate']>,
    'auditedAt' | 'cells' | 'suppressed'
  > | null;
};

/** What a release is, for whom, how much of it is kept back, and where it stands. */
export function releaseSentence(release: SentencedRelease): string {
  const parts = [opening(release), kept(release), standing[release.status](release)];
  return parts.filter((part) => part !== '').join(' ');
}

function opening({
  dataset,
  period,
  audience,
  version,
  authorities,
  missing,
  certificate,
  ...release
}: SentencedRelease) {
  const subject = `${datasetHeading(dataset)} of ${release.consortium.name} in ${writtenMonth(period)}, for ${audienceInWords[audience]} (version ${version})`;
  const without =
    missing.length === 0
      ? ''
      : `, without ${listed(missing.map(({ authority }) => authority.name))}`;
  return certificate === null || authorities.length === 0
    ? `${subject}.`
    : `${subject}: figures of ${counted(authorities.length, 'authority', 'authorities')}${without}.`;
}

function kept({ certificate, status }: SentencedRelease): string {
  if (certificate === null) return '';
  const { cells, suppressed, auditedAt } = certificate;
  const audited = `It was audited on ${writtenDay(auditedAt)}, before anybody could read it`;
  // Once it is published some of it may be for others alone.
  const figures = hubsAlone.includes(status)
    ? `its ${counted(cells, 'figure')}`
    : `the ${counted(cells, 'figure')} that you may read`;
  if (suppressed === 0) return `None of ${figures} is kept back. ${audited}.`;
  const verb = suppressed === 1 ? 'is' : 'are';
  return `${written(suppressed)} of ${figures} ${verb} kept back, shown as c. ${audited}.`;
}

const hubsAlone: readonly ReleaseStatus[] = ['BUILDING', 'FAILED', 'READY', 'WITHDRAWN'];

const on = (instant: string | null) => (instant === null ? '' : ` on ${writtenDay(instant)}`);

const standing: Readonly<Record<ReleaseStatus, (release: SentencedRelease) => string>> = {
  BUILDING: () => 'It is being built: nobody can read any of it until it has been audited.',
  FAILED: () => 'It could not be built, so there is nothing of it that anybody can read.',
  READY: () => 'It is a draft: only the hub can read it until it is published.',
  PUBLISHED: ({ publishedAt }) => `It was published${on(publishedAt)} and does not change.`,
  SUPERSEDED: ({ endedAt }) => `A later version took its place${on(endedAt)}.`,
  WITHDRAWN: ({ endedAt }) => `It was withdrawn${on(endedAt)}: its figures can no longer be read.`,
};
