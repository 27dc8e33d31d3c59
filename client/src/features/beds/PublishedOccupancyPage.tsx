import { useQuery } from 'urql';
import { FigureTable } from '../../components/FigureTable.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { isDay, writtenDay } from '../indicators/london-day.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { BedsPages } from './BedsPages.tsx';

const PublishedOccupancyQuery = graphql(`
  query PublishedOccupancy {
    publishedOccupancy {
      title
      publisher
      period
      paper
      sentence
      note
      printed
      rows {
        name
        kind
        homes
        places
        occupied
        printed
      }
      all {
        percent
        symbol
      }
    }
  }
`);

type Published = ResultOf<typeof PublishedOccupancyQuery>['publishedOccupancy'][number];

/** Occupancy as councils’ papers print it, worked out anew: what is unknown is not empty. */
export function PublishedOccupancyPage() {
  const { name } = useConsortium();
  const [result, ask] = useQuery({ query: PublishedOccupancyQuery });
  return (
    <Page title="Published occupancy" context={name} width="wide" subpages={<BedsPages />}>
      <QueryState
        result={result}
        title="published occupancy"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ publishedOccupancy }) => (
          <>
            <p className="page__lead">
              Three tables that two councils printed, worked out anew: where a home has no count,
              occupancy is not available, and unknown is never taken for empty.
            </p>
            {publishedOccupancy.map((table) => (
              <PublishedTable key={`${table.publisher} ${table.title}`} table={table} />
            ))}
          </>
        )}
      </QueryState>
    </Page>
  );
}

const periodWords = (period: string) => (isDay(period) ? writtenDay(period) : writtenMonth(period));

function PublishedTable(props: { readonly table: Published }) {
  const { title, publisher, period, paper, sentence, note, printed, rows, all } = props.table;
  return (
    <section className="section">
      <h2>
        {publisher}, {periodWords(period)}: {title.charAt(0).toLowerCase() + title.slice(1)}
      </h2>
      <p>{sentence}</p>
      <p>
        Of all places: {all.percent === null ? `${all.symbol} (not available)` : `${all.percent}%`}
        {printed !== null && `; printed: ${printed}`}. {note}
      </p>
      <TableRegion label={title}>
        <FigureTable
          label={title}
          head="Homes"
          columns={['Number', 'Places', 'Occupied', 'As printed']}
          rows={rows.map(({ name, kind, homes, places, occupied, printed: share }) => ({
            ...{ id: name, name, note: kind },
            cells: [homes, places, occupied ?? 'x', share ?? 'none'],
          }))}
        />
      </TableRegion>
      <p className="section__note">
        Source: {publisher}, {paper}. x: not available; unknown is not empty.
      </p>
    </section>
  );
}
