import { TableRegion } from '../../components/TableRegion.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { PreviewCell, PreviewTable } from './return-preview.ts';

/** One table of a return, with small numbers marked. */
export function ReturnPreviewTable(props: { readonly table: PreviewTable }) {
  const { title, headings, rows } = props.table;
  return (
    <TableRegion label={title} className="return-preview">
      <table className="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            {headings.map(({ text, isNumber }) => (
              <th key={text} scope="col" className={isNumber ? 'table__number' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.map(({ meaning, text }) => meaning && text).join(' ')}>
              {cells.map((cell, column) => (
                <PreviewTableCell key={headings[column]?.text} cell={cell} isFirst={column === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function PreviewTableCell({
  cell,
  isFirst,
}: {
  readonly cell: PreviewCell;
  readonly isFirst: boolean;
}) {
  if (cell.isNumber) {
    return (
      <td className="table__number">
        {cell.isSmall ? (
          <mark className="small-number">
            {cell.text}
            <VisuallyHidden> (small number)</VisuallyHidden>
          </mark>
        ) : (
          cell.text
        )}
      </td>
    );
  }
  const words = (
    <span className="coded">
      <span className="coded__code">{cell.text}</span> <span>{cell.meaning}</span>
    </span>
  );
  return isFirst ? <th scope="row">{words}</th> : <td>{words}</td>;
}
