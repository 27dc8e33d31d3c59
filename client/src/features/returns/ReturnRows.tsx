import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { Notification } from '../../components/Notification.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { checkAddress } from '../reconcile/add-up-address.ts';
import { numberColumns } from '../reconcile/add-up-marks.ts';
import type { ReturnTable, WholeReturn } from './return-queries.ts';
import { counted } from './return-words.ts';
import type { ShownRows } from './shown-rows.ts';
import { shownRows } from './shown-rows.ts';
import type { RowsPage } from './use-return-rows.ts';
import { useReturnRows } from './use-return-rows.ts';

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
        Only your own organisation sees them.
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
      <Rows key={table.name} id={record.id} table={table} shown={shown} />
    </section>
  );
}

function Rows(props: {
  readonly id: string;
  readonly table: ReturnTable;
  readonly shown: ShownRows;
}) {
  const { id, table, shown } = props;
  const { state, go } = useReturnRows(id, table.name, shown.row);
  if (state.kind === 'failed') {
    return (
      <Notification tone="bad" role="alert" title="The rows could not be loaded">
        <p>
          {state.failure.message} {state.failure.advice}
        </p>
        <Button kind="secondary" size="small" onClick={() => void go([null])}>
          Try again
        </Button>
      </Notification>
    );
  }
  if (state.kind === 'looking') {
    return (
      <p role="status">
        {state.seen === 0 ? '' : `Looking for row ${shown.row}: ${counted(state.seen, 'row')} seen`}
      </p>
    );
  }
  return (
    <>
      <RowTable table={table} page={state.page} shown={shown} />
      <RowPaging page={state.page} onGo={(trail) => void go(trail)} />
    </>
  );
}

function RowTable(props: {
  readonly table: ReturnTable;
  readonly page: RowsPage;
  readonly shown: ShownRows;
}) {
  const { table, page, shown } = props;
  const target = useRef<HTMLTableRowElement>(null);
  const numbers = numberColumns(page.rows.map(({ cells }) => cells));
  const align = (at: number) => (numbers.has(at + 1) ? 'table__number' : undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes for a row is led to it, once for each.
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' });
    target.current?.focus({ preventScroll: true });
  }, [shown.row, table.name]);

  return (
    <TableRegion label={`Rows of ${table.title}`}>
      <table className="table return-rows">
        <caption className="govuk-visually-hidden">Rows of {table.title}</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {table.columns.map((name, at) => (
              <th key={name} scope="col" className={align(at)}>
                {name.replaceAll('_', ' ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map(({ row, cells }) => {
            const isMarked = shown.marked.includes(row);
            return (
              <tr
                key={row}
                ref={row === shown.row ? target : undefined}
                tabIndex={row === shown.row ? -1 : undefined}
                className={isMarked ? 'return-rows__marked' : undefined}
                aria-current={isMarked ? 'true' : undefined}
              >
                <th scope="row">{row}</th>
                {table.columns.map((name, at) => (
                  <td key={name} className={align(at)}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

function RowPaging(props: {
  readonly page: RowsPage;
  readonly onGo: (trail: RowsPage['trail']) => void;
}) {
  const { trail, next } = props.page;
  if (trail.length === 1 && next === null) return null;
  return (
    <div className="actions">
      {trail.length > 1 && (
        <Button kind="secondary" size="small" onClick={() => props.onGo(trail.slice(0, -1))}>
          Earlier rows
        </Button>
      )}
      {next !== null && (
        <Button kind="secondary" size="small" onClick={() => props.onGo([...trail, next])}>
          Later rows
        </Button>
      )}
    </div>
  );
}
