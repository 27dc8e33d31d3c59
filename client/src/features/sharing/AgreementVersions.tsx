import { Link } from 'react-router';
import { writtenDay } from '../indicators/london-day.ts';
import { agreementAddress } from './agreement-address.ts';
import type { Agreement } from './sharing-queries.ts';
import { statusWord } from './sharing-words.ts';

/** The versions of an agreement, newest first; a change makes a new one, nothing is overwritten. */
export function AgreementVersions(props: {
  readonly consortium: string;
  readonly agreement: Agreement;
}) {
  const { consortium, agreement } = props;
  const versions = agreement.versions.toSorted((one, other) => other.version - one.version);
  return (
    <ul className="lines">
      {versions.map(({ id, version, status, startsOn, endsOn, reason }) => (
        <li key={id}>
          {id === agreement.id ? (
            <strong>Version {version}, this one</strong>
          ) : (
            <Link to={agreementAddress(consortium, id)}>Version {version}</Link>
          )}
          : {statusWord[status].toLowerCase()}, {writtenDay(startsOn)} to {writtenDay(endsOn)}.
          {reason !== null && ` ${reason}`}
        </li>
      ))}
    </ul>
  );
}
