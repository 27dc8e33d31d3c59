import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { FieldSelect } from '../../components/Field.tsx';
import { ReleaseLegend } from './ReleaseLegend.tsx';
import { ReleaseTableView } from './ReleaseTableView.tsx';
import type { ReleaseView } from './release-address.ts';
import { viewSearch } from './release-address.ts';
import type { Release, ReleaseTable } from './release-queries.ts';
import type { CellAddress } from './release-tables.ts';
import { orderedRows, picturedRow, rowLabel, rowName } from './release-tables.ts';

/** The figures of a release: a picture of one row, and one of its tables or all of them. */
export function ReleaseTables(props: {
  readonly release: Release;
  readonly shown: readonly ReleaseTable[];
  readonly view: ReleaseView;
  readonly onOpen: (cell: CellAddress) => void;
  /** The picture. */
  readonly children: ReactNode;
}) {
  const { release, shown, view, onOpen } = props;
  const navigate = useNavigate();
  const [first] = shown;
  const isAll = view.table === 'all';
  const row = first && picturedRow(first, view.row);
  const show = (changed: Partial<ReleaseView>) =>
    void navigate(viewSearch({ ...view, ...changed }), { preventScrollReset: true, replace: true });

  return (
    <section className="section" aria-labelledby="release-figures">
      <h2 id="release-figures">Figures</h2>
      <div className="release-choices">
        <FieldSelect
          id="release-table"
          label="Table"
          value={isAll ? 'all' : (first?.name ?? '')}
          onChange={({ target: { value } }) => show({ table: value, row: null })}
          options={[
            ...release.tables.map(({ name, title }) => ({ value: name, text: title })),
            { value: 'all', text: 'All tables, to print' },
          ]}
        />
        {!isAll && first && row && first.rows.length > 1 && (
          <FieldSelect
            id="release-row"
            label="In the picture"
            value={rowName(row)}
            onChange={({ target: { value } }) => show({ row: value })}
            options={orderedRows(first).map((one) => ({
              value: rowName(one),
              text: rowLabel(one, first),
            }))}
          />
        )}
      </div>
      {props.children}
      {shown.map((table) => (
        <ReleaseTableView key={table.name} release={release} table={table} onOpen={onOpen} />
      ))}
      <ReleaseLegend release={release} shown={shown} />
    </section>
  );
}
