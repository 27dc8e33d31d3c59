import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useMediaQuery } from '../indicators/use-media-query.ts';
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

/** What each authority was to send for one month: a table, or on a phone a short list for each. */
export function CollectionGrid(props: GridProps) {
  const isNarrow = useMediaQuery('screen and (max-width: 47.99rem)');
  if (isNarrow) return <CollectionLists {...props} />;

  const { label, authorities, period } = props;
  const datasets = authorities[0] ? monthOf(authorities[0], period) : [];
  return (
    <TableRegion label={label} className="table-region--whole">
      <table className="table collection-grid">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            {datasets.map(({ dataset }) => (
              <th key={dataset} scope="col">
                {datasetHeading(dataset)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {authorities.map((collection) => (
            <tr key={collection.authority.id}>
              <th scope="row">{collection.authority.name}</th>
              {monthOf(collection, period).map((month) => (
                <td key={month.dataset}>
                  <Cell {...props} collection={collection} month={month} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function CollectionLists(props: GridProps) {
  return (
    <section className="collection-lists" aria-label={props.label}>
      {props.authorities.map((collection) => (
        <div key={collection.authority.id} className="collection-list">
          <h3>{collection.authority.name}</h3>
          {isHidden(collection, props.period) && <p>Not shared with you</p>}
          <ul hidden={isHidden(collection, props.period)}>
            {monthOf(collection, props.period).map((month) => (
              <li key={month.dataset}>
                <span aria-hidden="true">{datasetHeading(month.dataset)}</span>
                <Cell {...props} collection={collection} month={month} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
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
    <span className="collection-cell">{words}</span>
  ) : (
    <Link className="collection-cell" to={to}>
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
