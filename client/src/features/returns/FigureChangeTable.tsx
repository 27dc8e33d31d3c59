import type { ReactNode } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';
import { changeText } from './figure-change-text.ts';
import type { WholeReturn } from './return-queries.ts';

type Change = WholeReturn['changes'][number];

/** Figures beside those they are compared with, and how far each went. */
export function FigureChangeTable<Line extends Change>(props: {
  readonly label: string;
  readonly lines: readonly Line[];
  /** Headings of the two columns compared, and what stands for no figure. */
  readonly columns: readonly [now: string, before: string];
  readonly none: string;
  /** What more there is to say of a figure: below its name, in a last column, and about its row. */
  readonly note?: (line: Line) => string;
  readonly more?: { readonly heading: string; readonly of: (line: Line) => ReactNode };
  readonly marked?: string | null;
}) {
  const { label, lines, columns, none, note, more, marked } = props;
  const [now, before] = columns;
  return (
    <TableRegion label={label}>
      <table className="table table--stack return-figures">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {[now, before, 'Change'].map((heading) => (
              <th key={heading} scope="col" className="table__number">
                {heading}
              </th>
            ))}
            {more && <th scope="col">{more.heading}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.indicator.id}
              id={more && `figure-${line.indicator.key}`}
              aria-current={line.indicator.key === marked ? 'true' : undefined}
            >
              <th scope="row">
                {line.indicator.title}
                <span className="table__note">{note?.(line) ?? line.indicator.unit}</span>
              </th>
              <td className="table__number" data-label={now}>
                {line.now?.text ?? none}
              </td>
              <td className="table__number" data-label={before}>
                {line.before?.text ?? none}
              </td>
              <td className="table__number" data-label="Change">
                {changeText(line.change, line.indicator.unit)}
              </td>
              {more && (
                <td className="table__wide" data-label={more.heading}>
                  {more.of(line)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
