import { writtenDay } from '../indicators/london-day.ts';
import { CarersBesideChildren } from './CarersBesideChildren.tsx';
import type { AuthorityCapacity } from './capacity-query.ts';
import { deregisteredTable } from './capacity-words.ts';
import { FigureSection } from './FigureSection.tsx';

/** What is known of an authority’s households one by one, and its constellations. */
export function CapacityDetailTables({ shown }: { readonly shown: AuthorityCapacity }) {
  const { authority, details, why, months, constellations } = shown;
  const synthetic = months.at(-1)?.households.synthetic;
  return (
    <>
      {details ? (
        <>
          <section className="section" aria-labelledby="may-retire">
            <h2 id="may-retire">Who may retire, {authority.name}</h2>
            <p>{details.mayRetire.sentence}</p>
          </section>
          <FigureSection
            title={`Households and places by type, ${authority.name}`}
            synthetic={synthetic}
            head="Type of household"
            columns={['Households', 'Places']}
            rows={details.types.map(({ code, title, households, places }) => ({
              ...{ id: code, name: title, cells: [households, places] },
            }))}
          />
          <FigureSection
            title={`Why places are not available, ${authority.name}`}
            synthetic={synthetic}
            head="Reason"
            columns={['Households', 'Places']}
            rows={details.unavailable.map(({ code, title, households, places }) => ({
              ...{ id: code, name: title, cells: [households, places] },
            }))}
          />
          <Deregistered shown={shown} gone={details.deregistered} synthetic={synthetic} />
          <CarersBesideChildren parts={details.besideChildren} />
        </>
      ) : (
        <p className="section__note">
          Households of {authority.name} are not shown one by one: {why}.
        </p>
      )}
      {constellations.length > 0 && <Constellations shown={shown} />}
    </>
  );
}

function Deregistered(props: {
  readonly shown: AuthorityCapacity;
  readonly gone: NonNullable<AuthorityCapacity['details']>['deregistered'];
  readonly synthetic: boolean | undefined;
}) {
  const { types, rows } = deregisteredTable(props.gone);
  return (
    <FigureSection
      title={`Deregistered in the months, by reason and type, ${props.shown.authority.name}`}
      synthetic={props.synthetic}
      head="Reason"
      columns={[...types.map(({ title }) => title), 'All']}
      rows={rows.map(({ reason, title, counts, all }) => ({
        ...{ id: reason, name: title, cells: [...counts, all] },
      }))}
    />
  );
}

function Constellations({ shown }: { readonly shown: AuthorityCapacity }) {
  return (
    <FigureSection
      title={`Mockingbird constellations, ${shown.authority.name}`}
      head="Constellation"
      columns={['Households around its hub home', 'Their places']}
      rows={shown.constellations.map((one) => ({
        id: one.id,
        name: one.reference,
        note: `Since ${writtenDay(one.startedOn)}${one.endedOn === null ? '' : `, until ${writtenDay(one.endedOn)}`}`,
        synthetic: one.synthetic,
        cells: [one.satelliteHouseholds, one.satellitePlaces],
      }))}
    />
  );
}
