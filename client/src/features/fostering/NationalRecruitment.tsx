import { TableRegion } from '../../components/TableRegion.tsx';
import type { NationalFigure } from './published-query.ts';

const label = 'England, as published';

/** What is published of all fostering services of England: the weather in which a hub recruits. */
export function NationalRecruitment(props: { readonly figures: readonly NationalFigure[] }) {
  return (
    <section className="section" aria-labelledby="national-recruitment">
      <h2 id="national-recruitment">{label}</h2>
      <TableRegion label={`Table: ${label}`}>
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">When</th>
              <th scope="col" className="table__number">
                Figure
              </th>
              <th scope="col">Note</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {props.figures.map(({ key, title, period, value, unit, note, source }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td data-label="When" className="count">
                  {period}
                </td>
                <td data-label="Figure" className="table__number">
                  {unit === 'percent' ? `${value} %` : `${value.toLocaleString('en-GB')} ${unit}`}
                </td>
                <td data-label="Note">{note}</td>
                <td data-label="Source">{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
