import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { counted } from '../returns/return-words.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import type { ReleaseSummary } from './release-queries.ts';

/** What a list of releases comes to, in a sentence; `more` where it goes on over other pages. */
export function releasesSentence(
  releases: readonly Pick<ReleaseSummary, 'status' | 'dataset' | 'period' | 'audience'>[],
  list: { readonly narrowed: boolean; readonly more: boolean },
): string {
  if (releases.length === 0) {
    return list.narrowed
      ? 'None of the releases that you may read is like this.'
      : 'There is no release that you may read yet.';
  }
  const published = releases.filter(({ status }) => status === 'PUBLISHED');
  const drafts = releases.filter(({ status }) => status === 'READY');
  const many = list.more
    ? `The latest ${releases.length} releases`
    : counted(releases.length, 'release');
  const parts = [
    `${many}, ${published.length === 0 ? 'none of them' : `${published.length} of them`} published now`,
    drafts.length > 0 ? `${drafts.length} ready for the hub to publish` : null,
  ];
  const sentence = `${parts.filter((part) => part !== null).join('; ')}.`;
  return published[0] ? `${sentence} ${latestSentence(published[0])}` : sentence;
}

const latestSentence = ({
  dataset,
  period,
  audience,
}: Pick<ReleaseSummary, 'dataset' | 'period' | 'audience'>) =>
  `The latest that is published: ${datasetHeading(dataset).toLowerCase()} in ${writtenMonth(period)}, for ${audienceInWords[audience]}.`;
