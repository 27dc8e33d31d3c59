import { Link } from 'react-router';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { returnAddress } from './return-address.ts';
import type { WholeReturn } from './return-queries.ts';
import { kindInWords, statusTone, statusWord, writtenMoment } from './return-words.ts';

/** All versions of the same return, newest first: nothing is overwritten. */
export function ReturnVersions({ record }: { readonly record: WholeReturn }) {
  const { code } = useConsortium();
  return (
    <section className="section" aria-labelledby="return-versions">
      <h2 id="return-versions">Versions</h2>
      <ul className="lines">
        {record.versions.map(({ id, version, status, kind, receivedAt, receivedBy }) => (
          <li key={id}>
            {id === record.id ? (
              <strong>Version {version}, this one</strong>
            ) : (
              <Link to={returnAddress(code, id)}>Version {version}</Link>
            )}{' '}
            <Tag tone={statusTone[status]}>{statusWord[status]}</Tag>
            <span className="table__note">
              Came {receivedBy === null ? '' : `from ${receivedBy} `}on {writtenMoment(receivedAt)}.
              It says {kindInWords[kind]}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
