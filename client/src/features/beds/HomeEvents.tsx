import { TableRegion } from '../../components/TableRegion.tsx';
import { writtenMoment } from '../returns/return-words.ts';
import { countsSentence, sourceWords } from './home-words.ts';
import type { Home } from './homes-queries.ts';

type HomeEvent = Home['events']['edges'][number]['node'];

const kinds: Readonly<Record<HomeEvent['kind'], string>> = {
  TAKEN_ON: 'Taken on the list',
  PLACES_CHANGED: 'More or fewer places,',
  CHANGED: 'Changed',
  CONFIRMED: 'Confirmed',
  DESCRIBED: 'Described anew',
};

const eventWords = ({ kind, by }: HomeEvent): string =>
  `${kinds[kind]} ${sourceWords[by]}${kind === 'CONFIRMED' ? ', no change' : ''}`;

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
            {events.map((event) => (
              <tr key={event.version}>
                <th scope="row">{writtenMoment(event.at)}</th>
                <td data-label="What">{eventWords(event)}</td>
                <td data-label="How it was left">{countsSentence(event.counts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
