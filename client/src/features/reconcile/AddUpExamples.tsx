import { publishedPapers } from '@sufficiency/shared/returns/reconcile/published-tables.ts';
import { Link } from 'react-router';

/** Tables of five published papers, to try it on. */
export function AddUpExamples(props: { readonly chosen: string | null }) {
  return (
    <ul className="add-up-examples">
      {publishedPapers.map(({ folder, publisher, title, tables }) => (
        <li key={folder}>
          <p className="add-up-examples__paper">
            {publisher}, {title}
          </p>
          <ul>
            {Object.entries(tables).map(([table, name]) => {
              const example = `${folder}/${table}`;
              return (
                <li key={table}>
                  <Link
                    to={`?example=${example}`}
                    aria-current={example === props.chosen ? 'true' : undefined}
                  >
                    {name}
                  </Link>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
