import { Link } from 'react-router';
import { Dialog } from '../../components/Dialog.tsx';
import { agreementAddress } from './agreement-address.ts';
import { SharingLevelMark } from './SharingLevelMark.tsx';
import type { PreviewCell } from './sharing-queries.ts';
import { datasetHeading, levelMeaning } from './sharing-words.ts';

/** Why an organisation would see one dataset of an authority, or not. */
export function PreviewCellPanel(props: {
  readonly consortium: string;
  readonly cell: PreviewCell;
  readonly onClose: () => void;
}) {
  const { consortium, cell, onClose } = props;
  const { agreement, authority, dataset, level, why } = cell;
  return (
    <Dialog
      place="side"
      title={`${datasetHeading(dataset)} of ${authority.name}`}
      onClose={onClose}
    >
      <p className="level-line">
        <SharingLevelMark level={level} /> {levelMeaning[level]}
      </p>
      <p>{why.charAt(0).toUpperCase() + why.slice(1)}</p>
      {agreement && (
        <p>
          <Link to={agreementAddress(consortium, agreement.id)}>Read {agreement.reference}</Link>
        </p>
      )}
    </Dialog>
  );
}
