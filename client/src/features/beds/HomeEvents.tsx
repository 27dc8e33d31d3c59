import { TableRegion } from '../../components/TableRegion.tsx';
import { writtenMoment } from '../returns/return-words.ts';
import { countsSentence, sourceWords } from './home-words.ts';
import type { Home } from './homes-queries.ts';

const kinds: Readonly<Record<Home['events']['edges'][number]['node']['kind'], string>> = {
  TAKEN_ON: 'Taken on the list',
  PLACES_CHANGED: 'More or fewer places',
  CHANGED: 'Changed',
  CONFIRMED: 'Confirmed, no change',
  DESCRIBED: 'Described anew',
};

/** What became of a home, newest first. */
export function HomeEvents(props: { readonly home: Home }) {
  const events = props.home.events.edges.map(({ node }) => node);
  if (events.length === 0) return null;
  return (
    <section className="section">
      <h2>What became of it</h2>
      <TableRegion label="What became of it">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">What became of it, newest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">How it was left</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ version, at, kind, by, counts }) => (
              <tr key={version}>
                <th scope="row">{writtenMoment(at)}</th>
                <td data-label="What">
                  {kinds[kind]} {sourceWords[by]}
                </td>
                <td data-label="How it was left">{countsSentence(counts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
