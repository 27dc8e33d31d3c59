import { Link } from 'react-router';
import { CellGrid } from '../../components/CellGrid.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { datasetHeading } from '../sharing/sharing-words.ts';
import { CollectionMark } from './CollectionMark.tsx';
import { monthOf } from './collection.ts';
import { returnAddress, sendAddress } from './return-address.ts';
import type { AuthorityCollection, CollectionMonth } from './return-queries.ts';

interface GridProps {
  readonly consortium: string;
  /** The caption’s words. */
  readonly label: string;
  readonly authorities: readonly AuthorityCollection[];
  readonly period: string;
  /** GSS codes of the authorities that the reader may send returns of. */
  readonly sendable: readonly string[];
}

/** What each authority was to send for one month. */
export function CollectionGrid(props: GridProps) {
  const { label, authorities, period } = props;
  const datasets = authorities[0] ? monthOf(authorities[0], period) : [];
  return (
    <CellGrid
      label={label}
      corner="Authority"
      columns={datasets.map(({ dataset }) => datasetHeading(dataset))}
      level={3}
      rows={authorities.map((collection) => ({
        key: collection.authority.id,
        title: collection.authority.name,
        whole: isHidden(collection, period) ? 'Not shared with you' : null,
        cells: monthOf(collection, period).map((month) => (
          <Cell key={month.dataset} {...props} collection={collection} month={month} />
        )),
      }))}
    />
  );
}

const isHidden = (collection: AuthorityCollection, period: string) =>
  monthOf(collection, period).every(({ state }) => state === 'NOT_SHARED');

function Cell(
  props: GridProps & { readonly collection: AuthorityCollection; readonly month: CollectionMonth },
) {
  const { code, name } = props.collection.authority;
  const { month } = props;
  const to = addressOf(props.consortium, code, month, props.sendable.includes(code));
  const words = (
    <>
      <CollectionMark month={month} />
      <VisuallyHidden>
        : {datasetHeading(month.dataset)} of {name}
        {to !== null && !month.return && ', send it'}
      </VisuallyHidden>
    </>
  );
  return to === null ? (
    <span className="grid-cell">{words}</span>
  ) : (
    <Link className="grid-cell" to={to}>
      {words}
    </Link>
  );
}

/** The return, or where it can be sent; null where there is neither. */
function addressOf(
  consortium: string,
  authority: string,
  { dataset, period, return: sent }: CollectionMonth,
  maySend: boolean,
): string | null {
  if (sent) return returnAddress(consortium, sent.id);
  return maySend ? sendAddress(consortium, { authority, dataset, period }) : null;
}
