import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { listed } from '../indicators/in-words.ts';
import { counted, writtenMoment } from '../returns/return-words.ts';
import { ReleaseAttackers } from './ReleaseAttackers.tsx';
import { rangeSentence } from './range-sentence.ts';
import type { ReleaseCertificate as Certificate } from './release-queries.ts';
import { writtenDuration } from './release-words.ts';

/** How it is known that nobody can work out what is kept back: who tried, knowing what, and how near they came. */
export function ReleaseCertificate({ certificate }: { readonly certificate: Certificate }) {
  const { auditedAt, suppressed, attackers, earlierReleases } = certificate;
  return (
    <section className="section" aria-labelledby="release-certificate">
      <h2 id="release-certificate">The audit’s certificate</h2>
      <p className="release__text">
        {suppressed === 0
          ? `On ${writtenMoment(auditedAt)} the release was audited. Nothing in it had to be kept back.`
          : `On ${writtenMoment(auditedAt)} the release was attacked as somebody would who wants to know the ${counted(suppressed, 'figure')} kept back: with everything in it, what was ever published of other releases and what is published elsewhere, and in turn with what each of those below knows besides. ${rangeSentence(certificate)} No two members together find one exactly.`}
      </p>
      <ReleaseAttackers attackers={attackers} />
      <p className="section__note release__method">
        {certificate.method} It took {writtenDuration(certificate.seconds)}.{' '}
        {earlierReleases.length > 0 &&
          `Also held against ${listed(
            earlierReleases.map(
              ({ audience, version }) => `version ${version} for ${audienceInWords[audience]}`,
            ),
          )}.`}
      </p>
    </section>
  );
}
