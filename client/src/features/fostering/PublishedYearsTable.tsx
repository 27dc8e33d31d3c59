import { FigureTable } from '../../components/FigureTable.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import type { PublishedSeries, PublishedYear } from './published-query.ts';
import { totalText } from './published-words.ts';

const measures = [
  { key: 'enquiries', title: 'Enquiries' },
  { key: 'starters', title: 'Households that began to foster' },
] as const;

/** Every month as printed, and what the months add up to. */
export function PublishedYearsTable({ series }: { readonly series: PublishedSeries }) {
  const { authority, years } = series;
  return measures.map(({ key, title }) => {
    const label = `${title}, ${authority.name}, month by month`;
    return (
      <details key={key} className="section__more">
        <summary>{label}</summary>
        <TableRegion label={`Table: ${label}`}>
          <FigureTable
            label={label}
            head="Month"
            columns={years.map(({ year }) => year)}
            rows={monthNames(years).map((name, index) => ({
              ...{ id: name, name },
              cells: years.map(
                ({ months }) => months[index]?.[key] ?? months[index]?.symbol ?? 'x',
              ),
            }))}
            total={{
              ...{ id: 'all', name: 'Months together' },
              cells: years.map((year) => totalText(year[key])),
            }}
          />
        </TableRegion>
      </details>
    );
  });
}

/** April, May …: the months of a year without the year. */
const monthNames = ([year]: readonly PublishedYear[]): string[] =>
  (year?.months ?? []).map(({ month }) => writtenMonth(month).split(' ')[0] ?? month);
