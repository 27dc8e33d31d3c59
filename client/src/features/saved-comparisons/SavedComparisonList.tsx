import { Link, useSearchParams } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { useConsortia, useViewer } from '../access/SessionGate.tsx';
import { savedAddress } from './saved-address.ts';
import type { SavedComparison, SavedComparisonsQuery } from './saved-comparison-queries.ts';

type Connection = ResultOf<typeof SavedComparisonsQuery>['savedComparisons'];

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** A page of saved comparisons: each opens in Compare; its owner may change or delete it. */
export function SavedComparisonList(props: {
  readonly connection: Connection;
  readonly onEdit: (saved: SavedComparison) => void;
  readonly onDelete: (saved: SavedComparison) => void;
}) {
  const { edges, totalCount, pageInfo } = props.connection;
  return (
    <>
      <p className="section__note">
        {totalCount === 1 ? 'One comparison' : `${totalCount} comparisons`}
      </p>
      <ul className="saved">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <SavedComparisonItem saved={node} onEdit={props.onEdit} onDelete={props.onDelete} />
          </li>
        ))}
      </ul>
      <SavedComparisonPaging pageInfo={pageInfo} />
    </>
  );
}

function SavedComparisonItem(props: {
  readonly saved: SavedComparison;
  readonly onEdit: (saved: SavedComparison) => void;
  readonly onDelete: (saved: SavedComparison) => void;
}) {
  const { saved } = props;
  const { account } = useViewer();
  const consortium = useConsortia().find(({ code }) => code === saved.query.consortium);
  const { indicators } = saved.query;

  return (
    <div className="saved__item">
      <div>
        <h2 className="saved__name">
          <Link to={savedAddress(saved.query)}>{saved.name}</Link>
        </h2>
        <p className="saved__facts">
          <Tag tone={saved.visibility === 'PRIVATE' ? 'neutral' : 'accent'}>
            {saved.visibility === 'PRIVATE' ? 'Only you' : 'Shared'}
          </Tag>{' '}
          {consortium?.name ?? saved.query.consortium},{' '}
          {indicators.length === 1 ? 'one indicator' : `${indicators.length} indicators`}. Saved by{' '}
          {saved.owner === account ? 'you' : saved.owner}, last changed{' '}
          {day.format(new Date(saved.updatedAt))}.
        </p>
      </div>
      {saved.viewerCanEdit && (
        <div className="saved__actions">
          <Button kind="secondary" size="small" onClick={() => props.onEdit(saved)}>
            Rename or share<VisuallyHidden> {saved.name}</VisuallyHidden>
          </Button>
          <Button kind="quiet" size="small" onClick={() => props.onDelete(saved)}>
            Delete<VisuallyHidden> {saved.name}</VisuallyHidden>
          </Button>
        </div>
      )}
    </div>
  );
}

function SavedComparisonPaging({ pageInfo }: { readonly pageInfo: Connection['pageInfo'] }) {
  const [address] = useSearchParams();
  const hasPrevious = pageInfo.hasPreviousPage || address.has('after');
  const hasNext = pageInfo.hasNextPage || address.has('before');
  if (!(hasPrevious || hasNext)) return null;

  return (
    <nav className="paging" aria-label="Pages of saved comparisons">
      {hasPrevious && pageInfo.startCursor !== null && (
        <Link to={`?before=${encodeURIComponent(pageInfo.startCursor)}`} rel="prev">
          Newer
        </Link>
      )}
      {hasNext && pageInfo.endCursor !== null && (
        <Link to={`?after=${encodeURIComponent(pageInfo.endCursor)}`} rel="next">
          Older
        </Link>
      )}
    </nav>
  );
}
