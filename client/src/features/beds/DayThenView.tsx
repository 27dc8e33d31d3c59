import { Link } from 'react-router';
import { FigureTable } from '../../components/FigureTable.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { HomesPaging } from './HomesPaging.tsx';
import type { DayThen } from './history-queries.ts';
import { countsSentence, homeName, percentWords } from './home-words.ts';

type HomeThen = DayThen['homes']['edges'][number]['node'];

/** How homes were when a day ended, by area and one by one. */
export function DayThenView(props: { readonly then: DayThen }) {
  const { day, sentence, synthetic, total, areas, homes } = props.then;
  const title = `Areas on ${writtenDay(day)}`;
  return (
    <>
      <p className="page__lead">
        {writtenDay(day)}: {countsSentence(total)}. {synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <p>{sentence}</p>
      <section className="section">
        <h2>{title}</h2>
        <TableRegion label={title}>
          <FigureTable
            label={title}
            head="Area"
            columns={[
              'Homes',
              'Confirmed in time',
              ...total.occupancies.map((one) => one.title),
              'Vacant and accepting',
            ]}
            rows={areas.map(({ authority, homes: count, fresh, counts }) => ({
              id: authority.code,
              name: authority.name,
              cells: [
                count,
                fresh,
                ...counts.occupancies.map(({ percent }) => percentWords(percent)),
                counts.accepting ?? 'not known',
              ],
            }))}
          />
        </TableRegion>
      </section>
      <HomesThen day={day} homes={homes.edges.map(({ node }) => node)} />
      <HomesPaging pageInfo={homes.pageInfo} />
    </>
  );
}

function HomesThen(props: { readonly day: string; readonly homes: readonly HomeThen[] }) {
  const { day, homes } = props;
  const { code } = useConsortium();
  const title = `Homes on ${writtenDay(day)}`;
  return (
    <section className="section">
      <h2>{title}</h2>
      <TableRegion label={title}>
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Home</th>
              <th scope="col">Area</th>
              <th scope="col">Places</th>
              <th scope="col">Confirmed</th>
            </tr>
          </thead>
          <tbody>
            {homes.map((then, index) => (
              <tr key={then.home?.id ?? `hidden ${index}`}>
                <th scope="row">
                  {then.home ? (
                    <Link
                      className="govuk-link"
                      to={`/${code}/beds/homes/${encodeURIComponent(then.home.id)}`}
                    >
                      {homeName(then.home)}
                    </Link>
                  ) : (
                    'A home that you no longer see'
                  )}
                  {then.provider && <span className="table__note">{then.provider.name}</span>}
                </th>
                <td data-label="Area">{then.authority?.name}</td>
                <td data-label="Places">{placesThen(then)}</td>
                <td data-label="Confirmed">
                  {then.confirmedOn === null ? 'never' : writtenDay(then.confirmedOn)}{' '}
                  {!then.fresh && <Tag tone="warn">stale</Tag>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

/** Places of a home then; nights of one for short breaks. */
function placesThen({ shortBreaks, night, counts }: HomeThen): string {
  if (!shortBreaks) return countsSentence(counts);
  return night === null
    ? 'short breaks: nobody said how many beds were used that night'
    : `short breaks: ${night.used} of ${night.capacity} beds used that night`;
}
