import { Link, useSearchParams } from 'react-router';

/** Leads to further homes of the list, and back to its beginning. */
export function HomesPaging(props: {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}) {
  const { hasNextPage, endCursor } = props.pageInfo;
  const [address] = useSearchParams();
  const at = (after: string | null) => {
    const next = new URLSearchParams(address);
    if (after === null) next.delete('after');
    else next.set('after', after);
    return { search: next.toString() };
  };
  return (
    <nav aria-label="Pages of the list" className="actions">
      {address.has('after') && <Link to={at(null)}>From the beginning</Link>}
      {hasNextPage && (
        <Link to={at(endCursor)} rel="next">
          Further homes
        </Link>
      )}
    </nav>
  );
}
