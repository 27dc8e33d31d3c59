import { Link } from 'react-router';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { releaseAddress } from './release-address.ts';
import type { Release } from './release-queries.ts';
import { statusTone, statusWord } from './release-words.ts';

/** The other versions of a release that its reader may know of. */
export function ReleaseVersions({ release }: { readonly release: Release }) {
  if (release.versions.length < 2) return null;
  return (
    <section className="section" aria-labelledby="release-versions">
      <h2 id="release-versions">Versions</h2>
      <ul className="lines">
        {release.versions.map(({ id, key, version, status, publishedAt, endedAt }) => (
          <li key={id}>
            {key === release.key ? (
              <strong>Version {version}, this one</strong>
            ) : (
              <Link to={releaseAddress(key)}>Version {version}</Link>
            )}{' '}
            <Tag tone={statusTone[status]}>{statusWord[status]}</Tag>
            {publishedAt !== null && ` published on ${writtenDay(publishedAt)}`}
            {endedAt !== null && `, until ${writtenDay(endedAt)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
