import { Link } from 'react-router';
import { Dialog } from '../../components/Dialog.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { agreementAddress } from './agreement-address.ts';
import { SharingLevelMark } from './SharingLevelMark.tsx';
import { someOf } from './sharing-matrix.ts';
import type { MatrixCell } from './sharing-queries.ts';
import { datasetHeading, levelMeaning, recipientWords } from './sharing-words.ts';

/** What grants one cell of the matrix, or why nothing does. */
export function SharingMatrixCellPanel(props: {
  readonly consortium: string;
  readonly cell: MatrixCell;
  readonly onClose: () => void;
}) {
  const { consortium, cell, onClose } = props;
  const { agreement, reason } = cell;
  const some = someOf(cell);

  return (
    <Dialog place="side" title={titleOf(cell)} onClose={onClose}>
      <p className="level-line">
        <SharingLevelMark level={cell.level} /> {levelMeaning[cell.level]}
      </p>
      {agreement ? (
        <>
          <p>
            Granted by{' '}
            <Link to={agreementAddress(consortium, agreement.id)}>{agreement.reference}</Link>,{' '}
            {agreement.title}, version {agreement.version}, in force until{' '}
            {writtenDay(agreement.endsOn)}.
          </p>
          {some !== null && (
            <p>
              <strong>{some} other members</strong> see it: those that have signed as well. The rest
              see less, or nothing.
            </p>
          )}
          <p className="section__note">
            Only those that have signed it see anything by it. Ending or suspending it closes this
            sight at once.
          </p>
        </>
      ) : (
        <>
          <p>{reason ?? 'No agreement in force grants it.'}</p>
          <p>
            <Link to={`/${consortium}/sharing/agreements`}>See all agreements</Link>
          </p>
        </>
      )}
    </Dialog>
  );
}

const titleOf = ({ authority, dataset, recipient }: MatrixCell) =>
  `${datasetHeading(dataset)} of ${authority.name}, seen by ${recipientWords[recipient]}`;
