import { TableRegion } from '../../components/TableRegion.tsx';
import { counted } from '../returns/return-words.ts';
import { numberText, percentWords } from './home-words.ts';
import type { Home } from './homes-queries.ts';

/** The three figures of occupancy, each with its name and what it leaves out, and what is lost beside them. */
export function OccupancyTable(props: { readonly home: Pick<Home, 'counts' | 'shortBreaks'> }) {
  const { counts, shortBreaks } = props.home;
  if (shortBreaks) {
    return (
      <section className="section">
        <h2>Occupancy</h2>
        <p>This home gives short breaks: its nights are counted, not its beds.</p>
      </section>
    );
  }
  return (
    <section className="section">
      <h2>Occupancy</h2>
      <TableRegion label="Occupancy, three figures">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">Occupancy, three figures</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" className="table__number">
                Percent
              </th>
              <th scope="col" className="table__number">
                Places
              </th>
              <th scope="col">What it says</th>
            </tr>
          </thead>
          <tbody>
            {counts.occupancies.map(({ base, title, explanation, occupied, places, percent }) => (
              <tr key={base}>
                <th scope="row">{title}</th>
                <td data-label="Percent" className="table__number">
                  {percentWords(percent)}
                </td>
                <td data-label="Places" className="table__number">
                  {numberText(occupied)} of {numberText(places)}
                </td>
                <td data-label="What it says">{explanation}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="section__note">
        Lost to matching and solo use: {counted(counts.lost.places, 'place')}
        {counts.lost.percent !== null && `, ${percentWords(counts.lost.percent)} of usable places`}.
      </p>
    </section>
  );
}
