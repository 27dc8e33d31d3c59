import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { CarersBesideChildren } from './CarersBesideChildren.tsx';
import { CountTable } from './CountTable.tsx';
import type { AuthorityCapacity, CapacityDetails } from './capacity-query.ts';
import { deregisteredTable } from './capacity-words.ts';

/** What is known of an authority’s households one by one, and its constellations. */
export function CapacityDetailTables({ shown }: { readonly shown: AuthorityCapacity }) {
  const { authority, details, why, constellations } = shown;
  return (
    <>
      {details ? (
        <>
          <section className="section" aria-labelledby="may-retire">
            <h2 id="may-retire">Who may retire</h2>
            <p>{details.mayRetire.sentence}</p>
          </section>
          <CountTable
            title={`Households and places by type, ${authority.name}`}
            head="Type of household"
            columns={['Households', 'Places']}
            rows={details.types.map(({ code, title, households, places }) => ({
              ...{ code, title, counts: [households, places] },
            }))}
          />
          <CountTable
            title="Why places are not available"
            head="Reason"
            columns={['Households', 'Places']}
            rows={details.unavailable.map(({ code, title, households, places }) => ({
              ...{ code, title, counts: [households, places] },
            }))}
          />
          <Deregistered details={details} />
          <CarersBesideChildren parts={details.besideChildren} />
        </>
      ) : (
        <p className="section__note">
          Households of {authority.name} are not shown one by one: {why}.
        </p>
      )}
      {constellations.length > 0 && <Constellations all={constellations} />}
    </>
  );
}

function Deregistered({ details }: { readonly details: CapacityDetails }) {
  const { types, rows } = deregisteredTable(details.deregistered);
  return (
    <CountTable
      title="Deregistered in the months, by reason and type"
      head="Reason"
      columns={[...types.map(({ title }) => title), 'All']}
      rows={rows.map(({ reason, title, counts, all }) => ({
        ...{ code: reason, title, counts: [...counts, all] },
      }))}
    />
  );
}

const mockingbird = 'Mockingbird constellations';

function Constellations({ all }: { readonly all: AuthorityCapacity['constellations'] }) {
  return (
    <section className="section" aria-labelledby="constellations">
      <h2 id="constellations">{mockingbird}</h2>
      <TableRegion label={`Table: ${mockingbird}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{mockingbird}</caption>
          <thead>
            <tr>
              <th scope="col">Constellation</th>
              <th scope="col" className="table__number">
                Households around its hub home
              </th>
              <th scope="col" className="table__number">
                Their places
              </th>
              <th scope="col">Since</th>
              <th scope="col">Until</th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.reference} {one.synthetic && <Tag tone="warn">synthetic</Tag>}
                </th>
                <td className="table__number">{one.satelliteHouseholds}</td>
                <td className="table__number">{one.satellitePlaces}</td>
                <td>{writtenDay(one.startedOn)}</td>
                <td>{one.endedOn === null ? 'it lasts' : writtenDay(one.endedOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
