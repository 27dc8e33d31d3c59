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
  return measures.map(({ key, title }) => (
    <details key={key} className="section__more">
      <summary>
        {title}, {authority.name}, month by month
      </summary>
      <TableRegion label={`${title}, ${authority.name}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{`${title}, ${authority.name}, month by month`}</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              {years.map(({ year }) => (
                <th key={year} scope="col" className="table__number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monthNames(years).map((name, index) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {years.map(({ year, months }) => (
                  <td key={year} className="table__number">
                    {months[index]?.[key] ?? months[index]?.symbol ?? 'x'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Months together</th>
              {years.map((year) => (
                <td key={year.year} className="table__number">
                  {totalText(year[key])}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableRegion>
    </details>
  ));
}

/** April, May …: the months of a year without the year. */
const monthNames = ([year]: readonly PublishedYear[]): string[] =>
  (year?.months ?? []).map(({ month }) => writtenMonth(month).split(' ')[0] ?? month);
