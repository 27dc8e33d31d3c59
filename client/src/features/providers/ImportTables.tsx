import { useQuery } from 'urql';
import { QueryState } from '../../components/QueryState.tsx';
import { FormatTable } from '../returns/FormatTable.tsx';
import { PurchaseTablesQuery } from './import-queries.ts';

/** What the files may hold: each table with its columns, and a CSV to fill in. */
export function ImportTables() {
  const [result, ask] = useQuery({ query: PurchaseTablesQuery });
  return (
    <section className="section" aria-labelledby="import-tables">
      <h2 id="import-tables">What the files hold</h2>
      <p className="section__note">
        Each table has its columns, and a CSV template to fill in: its header, and an example row
        that is made up and left out when the file is read.
      </p>
      <QueryState
        result={result}
        title="the tables"
        lines={3}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ purchaseTables }) =>
          purchaseTables.map((table) => (
            <FormatTable key={table.name} dataset="providers" table={table} isOpen={false} />
          ))
        }
      </QueryState>
    </section>
  );
}
