import { useQuery } from 'urql';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { todayInLondon, writtenDay } from '../indicators/london-day.ts';
import { DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { isTyped, typedWhole } from '../providers/refusal.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import type { HomeNight } from './home-changes.ts';
import { HomeNightsQuery, RecordNightsMutation } from './home-changes.ts';
import { homeName, percentWords } from './home-words.ts';
import type { Home } from './homes-queries.ts';

/** So many nights are shown. */
const shown = 28;
const id = 'night-';
const fields = fieldsOf(
  id,
  { night: 'The night', capacity: 'Beds to give', used: 'Beds used' },
  'nights[0].',
);

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** Nights of a home for short breaks, and a form to say how one was used. */
export function HomeNights(props: {
  readonly home: Home;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { home, onStale, onDone } = props;
  const today = todayInLondon();
  const [result, ask] = useQuery({
    query: HomeNightsQuery,
    variables: { id: home.id, from: daysBefore(today, shown - 1), to: today },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <section>
      <h2>Nights</h2>
      {home.viewerCanUpdate && (
        <NightForm
          home={home}
          onStale={onStale}
          onDone={(said) => {
            again();
            onDone(said);
          }}
        />
      )}
      <QueryState result={result} title="nights" lines={6} retry={again}>
        {(data) => <NightTable nights={data.home?.nights ?? []} />}
      </QueryState>
    </section>
  );
}

function NightTable({ nights }: { readonly nights: readonly HomeNight[] }) {
  if (nights.length === 0)
    return <p className="empty">No night of the last four weeks is known.</p>;
  const sum = (of: 'capacity' | 'used') => nights.reduce((total, night) => total + night[of], 0);
  const [used, capacity] = [sum('used'), sum('capacity')];
  return (
    <>
      <p>
        Used in the last four weeks: {used} of {capacity} bed nights
        {capacity > 0 && `, ${percentWords((100 * used) / capacity)}`}.
      </p>
      <TableRegion label="Nights of the last four weeks">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">Nights of the last four weeks</caption>
          <thead>
            <tr>
              <th scope="col">Night of</th>
              <th scope="col" className="table__number">
                Beds to give
              </th>
              <th scope="col" className="table__number">
                Beds used
              </th>
            </tr>
          </thead>
          <tbody>
            {nights
              .toSorted((one, other) => other.night.localeCompare(one.night))
              .map((one) => (
                <tr key={one.night}>
                  <th scope="row">{writtenDay(one.night)}</th>
                  <td data-label="Beds to give" className="table__number">
                    {one.capacity}
                  </td>
                  <td data-label="Beds used" className="table__number">
                    {one.used}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

function NightForm(props: {
  readonly home: Home;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { home, onStale, onDone } = props;
  const form = useMarketForm(RecordNightsMutation, {
    ...{ id, fields, onStale },
    draft: {
      night: daysBefore(todayInLondon(), 1),
      capacity: `${home.counts.registered}`,
      used: '',
    },
    onDone: () =>
      onDone(
        `${homeName(home)}: the night of ${writtenDay(form.draft.night)}, ${form.draft.used} of ${form.draft.capacity} beds used.`,
      ),
  });
  const { night, capacity, used } = form.draft;
  const [most, taken] = [typedWhole(capacity), typedWhole(used)];
  return (
    <FoldedForm
      title="Record a night"
      form={form}
      present="its nights below."
      button="Record the night"
      working="Recording"
      onSubmit={() =>
        void form.send(
          {
            ...{ home: home.id, version: home.version },
            nights: [{ night, capacity: most ?? 0, used: taken ?? 0 }],
          },
          missingFrom(id, {
            night: night === '' && 'Enter the day on which the night begins',
            capacity: !isTyped(most) && 'Enter how many beds it had to give, as a whole number',
            used: !isTyped(taken) && 'Enter how many were used, as a whole number',
          }),
        )
      }
    >
      <DraftText form={form} name="night" kind="day" label="Night that begins on" />
      <DraftText form={form} name="capacity" kind="whole" label="Beds it had to give" />
      <DraftText form={form} name="used" kind="whole" label="Beds that were used" />
    </FoldedForm>
  );
}
