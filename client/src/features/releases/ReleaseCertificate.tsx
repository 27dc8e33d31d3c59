import { Link } from 'react-router';
import { Fact } from '../../components/Fact.tsx';
import { counted, writtenMoment } from '../returns/return-words.ts';
import { ReleaseAttackers } from './ReleaseAttackers.tsx';
import { rangeSentence } from './range-sentence.ts';
import { releaseAddress } from './release-address.ts';
import type { ReleaseCertificate as Certificate, Release } from './release-queries.ts';
import { audienceReaders, otherRelease, written, writtenDuration } from './release-words.ts';

/** How it is known that nobody can work out what is kept back: who tried, knowing what, and how near they came. */
export function ReleaseCertificate(props: {
  readonly certificate: Certificate;
  readonly audience: Release['audience'];
}) {
  const { certificate, audience } = props;
  const { auditedAt, suppressed, attackers, earlierReleases, narrowestInterval } = certificate;
  return (
    <section className="section" aria-labelledby="release-certificate">
      <h2 id="release-certificate">The audit’s certificate</h2>
      <p className="release__text">
        {suppressed === 0
          ? 'Nothing in the release had to be kept back.'
          : `The release was attacked as somebody would who wants to know the ${counted(suppressed, 'figure')} kept back${earlierReleases.length === 0 ? '' : ', and those kept back in the releases that it was held against'}: with everything in it, what was ever published of other releases and what is published elsewhere, and in turn with what each of those below knows besides. ${rangeSentence(certificate)} No two members together find one exactly.`}
      </p>
      <dl className="facts">
        <Fact name="Audience">{audienceReaders[audience]}</Fact>
        <Fact name="Figures protected">
          {written(suppressed)} of {written(certificate.cells)}
        </Fact>
        <Fact name="Narrowest range">
          {narrowestInterval === null ? null : `${written(narrowestInterval)} wide`}
        </Fact>
        <Fact name="Audited">{writtenMoment(auditedAt)}</Fact>
        <Fact name="Time taken">{writtenDuration(certificate.seconds)}</Fact>
        <Fact name="Method">{certificate.method}</Fact>
        <Fact name="Held against">
          {earlierReleases.length === 0 ? null : (
            <ul>
              {earlierReleases.map((one) => (
                <li key={one.id}>
                  <Link to={releaseAddress(one.key)}>{otherRelease(one)}</Link>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
      <ReleaseAttackers attackers={attackers} />
    </section>
  );
}
