import { Link } from 'react-router';
import { Fact } from '../../components/Fact.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { listed } from '../indicators/in-words.ts';
import { writtenMoment } from '../returns/return-words.ts';
import { rangeSentence } from './range-sentence.ts';
import type { Release } from './release-queries.ts';
import { audienceReaders } from './release-words.ts';

/** Who may read a release, whose figures are in it and whose are not, and how it was made. */
export function ReleaseAbout({ release }: { readonly release: Release }) {
  const { permissions } = useViewer();
  const { authorities, missing, audience, requestedBy, consortium } = release;
  return (
    <section className="section" aria-labelledby="release-about">
      <h2 id="release-about">About this release</h2>
      <dl className="facts">
        <Fact name="For whom">
          {audienceReaders[audience]}, each as far as agreements in force let them.{' '}
          {permissions.includes('agreement:read') && (
            <Link to={`/${consortium.code}/sharing`}>Who sees what</Link>
          )}
        </Fact>
        {authorities.length > 0 && (
          <Fact name="Whose figures">{listed(authorities.map(({ name }) => name))}</Fact>
        )}
        {missing.length > 0 && (
          <Fact name="Whose are missing">
            <ul>
              {missing.map(({ authority, reason }) => (
                <li key={authority.id}>
                  {authority.name}: {reason}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name="Rule">
          Counts from 1 to {release.minimumCount - 1} are kept back; others are rounded to the
          nearest {release.rounding}. One symbol, c, stands for all that is kept back, so that
          nobody can tell small numbers from those that protect them.
        </Fact>
        {release.builtAt !== null && (
          <Fact name="Figures as at">{writtenMoment(release.builtAt)}</Fact>
        )}
        {release.certificate && (
          <Fact name="Audited">
            {writtenMoment(release.certificate.auditedAt)}. {rangeSentence(release.certificate)}
          </Fact>
        )}
        <Fact name="Asked for">
          {requestedBy !== null && `by ${requestedBy}, `}
          {writtenMoment(release.requestedAt)}
        </Fact>
        {release.reason !== null && release.status === 'WITHDRAWN' && (
          <Fact name="Why it was withdrawn">{release.reason}</Fact>
        )}
      </dl>
    </section>
  );
}
