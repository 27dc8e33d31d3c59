import { Link } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FigureChangeTable } from './FigureChangeTable.tsx';
import { rowAddress } from './return-address.ts';
import type { WholeReturn } from './return-queries.ts';
import { upperFirst } from './return-words.ts';
import { rowsInWords } from './shown-rows.ts';

/** What a version says: every figure, the one of the month before, and the rows it was made from. */
export function ReturnFigures(props: {
  readonly record: WholeReturn;
  /** Key of the indicator that the person came to look at; null for none. */
  readonly marked: string | null;
}) {
  const { record, marked } = props;
  if (record.figures.length === 0) return null;
  return (
    <section className="section" aria-labelledby="return-figures">
      <h2 id="return-figures">What is in it</h2>
      <p className="section__note">
        Figures made from its rows, beside those in use for the month before.
      </p>
      <FigureChangeTable
        label="Figures of this version"
        lines={record.figures}
        columns={['This month', 'Month before']}
        none="–"
        note={({ formula, indicator }) => formula ?? indicator.unit}
        more={{
          heading: 'Made from',
          of: ({ indicator, table, rows }) => (
            <MadeFrom record={record} figure={{ key: indicator.key, table, rows }} />
          ),
        }}
        marked={marked}
      />
    </section>
  );
}

/** The rows that a figure was made from, and the way to them for those who may see them. */
function MadeFrom(props: {
  readonly record: WholeReturn;
  readonly figure: {
    readonly key: string;
    readonly table: string;
    readonly rows: readonly number[];
  };
}) {
  const { record, figure } = props;
  const { key, table, rows } = figure;
  const { code } = useConsortium();
  const title = titleOf(record, table);
  if (rows.length === 0) return 'No row of it was sent';
  if (record.tables.length === 0) return title;
  return (
    <Link
      to={rowAddress(code, { id: record.id, table, row: rows[0], figure: key })}
      preventScrollReset
    >
      {upperFirst(rowsInWords(rows))} of {title}
    </Link>
  );
}

/** Only those who may see its rows are told a table’s title: others read its name. */
const titleOf = ({ tables }: WholeReturn, name: string) =>
  tables.find((table) => table.name === name)?.title ?? name.replaceAll('-', ' ');
