import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { Notification } from '../../components/Notification.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { checkAddress } from '../reconcile/add-up-address.ts';
import { ReturnRowTable } from './ReturnRowTable.tsx';
import type { ReturnTable, WholeReturn } from './return-queries.ts';
import { ReturnCodesQuery } from './return-queries.ts';
import { counted } from './return-words.ts';
import { rowColumns } from './row-columns.ts';
import type { ShownRows } from './shown-rows.ts';
import { rowsInWords, shownRows } from './shown-rows.ts';
import type { RowsPage, RowsPlace } from './use-return-rows.ts';
import { rowsAtOnce, useReturnRows } from './use-return-rows.ts';

const number = new Intl.NumberFormat('en-GB');

/** Rows shown above the one that somebody came for, so that it is seen among others. */
const above = 10;

/** The rows of a version as they were read, table by table; those that a figure was made from are marked. */
export function ReturnRows({ record }: { readonly record: WholeReturn }) {
  const [address, setAddress] = useSearchParams();
  const { code } = useConsortium();
  const shown = shownRows(record, address);
  const table = record.tables.find(({ name }) => name === shown?.table);
  if (shown === null || table === undefined) return null;

  return (
    <section className="section" aria-labelledby="return-rows">
      <h2 id="return-rows">Rows</h2>
      <p className="section__note">
        As they were read from the files, numbered as there: the first below the header is row 2.
        Every row also says {record.authority.code} and {record.period}. Only your own organisation
        sees them.
      </p>
      <div className="return-rows__choice">
        <FieldSelect
          id="return-table"
          label="Table"
          value={table.name}
          onChange={(event) =>
            setAddress({ table: event.target.value }, { preventScrollReset: true })
          }
          options={record.tables.map(({ name, title, count }) => ({
            value: name,
            text: `${title}: ${counted(count, 'row')}`,
          }))}
        />
        <Link to={checkAddress(code, record.id, table.name)}>Does this table add up?</Link>
      </div>
      <MadeFromThese shown={shown} />
      <Rows key={table.name} record={record} table={table} shown={shown} />
    </section>
  );
}

/** Ties the marked rows to the figure that somebody came from. */
function MadeFromThese({ shown: { figure } }: { readonly shown: ShownRows }) {
  if (figure === null) return null;
  const { indicator, now, rows, formula } = figure;
  return (
    <p className="return-rows__figure">
      <strong>
        {indicator.title}: {now.text}
      </strong>{' '}
      {rows.length === 0
        ? 'No row of it was sent.'
        : `was made from ${rowsInWords(rows)}, marked below.`}
      {formula !== null && <span className="table__note">{formula}</span>}
    </p>
  );
}

function Rows(props: {
  readonly record: WholeReturn;
  readonly table: ReturnTable;
  readonly shown: ShownRows;
}) {
  const { record, table, shown } = props;
  const from =
    shown.row !== null && table.count > rowsAtOnce ? Math.max(2, shown.row - above) : null;
  const { state, go } = useReturnRows(record.id, table.name, from);
  const [{ data }] = useQuery({
    query: ReturnCodesQuery,
    variables: { dataset: record.dataset },
  });
  const format = data?.returnFormats.find(({ name }) => name === record.format);
  const known = format?.tables.find(({ name }) => name === table.name);

  if (state.kind === 'failed') {
    return (
      <Notification tone="bad" role="alert" title="The rows could not be loaded">
        <p>
          {state.failure.message} {state.failure.advice}
        </p>
        <Button kind="secondary" size="small" onClick={() => void go({ fromRow: from })}>
          Try again
        </Button>
      </Notification>
    );
  }
  if (state.kind === 'waiting') return <p role="status" />;
  return (
    <>
      <ReturnRowTable
        title={table.title}
        columns={rowColumns(table.columns, known)}
        rows={state.page.rows}
        shown={shown}
      />
      <RowPaging page={state.page} count={table.count} onGo={(place) => void go(place)} />
    </>
  );
}

function RowPaging(props: {
  readonly page: RowsPage;
  /** How many rows the table has. */
  readonly count: number;
  readonly onGo: (place: RowsPlace) => void;
}) {
  const { page, count, onGo } = props;
  const { rows, earlier, later } = page;
  if (earlier === null && later === null) return null;
  return (
    <div className="actions">
      {earlier && (
        <Button kind="secondary" size="small" onClick={() => onGo(earlier)}>
          Earlier rows
        </Button>
      )}
      {later && (
        <Button kind="secondary" size="small" onClick={() => onGo(later)}>
          Later rows
        </Button>
      )}
      <span role="status">
        Rows {number.format(rows[0]?.row ?? 0)} to {number.format(rows.at(-1)?.row ?? 0)}, of{' '}
        {counted(count, 'row')}
      </span>
    </div>
  );
}
