import { Link } from 'react-router';
import { slugOf } from './sharing-matrix.ts';
import type { SharingRecipient } from './sharing-queries.ts';
import { recipients, recipientTitle } from './sharing-words.ts';

/** Chooses whose sight the matrix shows; each choice has its own address. */
export function SharingRecipientSwitch(props: { readonly recipient: SharingRecipient }) {
  return (
    <nav className="recipient-switch" aria-label="Whose sight is shown">
      <ul>
        {recipients.map((recipient) => (
          <li key={recipient}>
            <Link
              to={`?to=${slugOf(recipient)}`}
              aria-current={recipient === props.recipient ? 'page' : undefined}
              preventScrollReset
            >
              {recipientTitle[recipient]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
