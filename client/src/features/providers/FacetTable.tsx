import { TableRegion } from '../../components/TableRegion.tsx';
import type { ServiceFacets } from './service-queries.ts';

/** Services and places by one quality. */
export function FacetTable(props: {
  readonly facets: ServiceFacets;
  readonly name: ServiceFacets[number]['name'];
  readonly title: string;
  /** What services are that have none of its values. */
  readonly others?: string;
}) {
  const facet = props.facets.find(({ name }) => name === props.name);
  if (!facet || (facet.values.length === 0 && facet.others === 0)) return null;
  const label = `Services by ${props.title.toLowerCase()}`;
  return (
    <TableRegion label={label}>
      <table className="table">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{props.title}</th>
            <th scope="col" className="table__number">
              Services
            </th>
            <th scope="col" className="table__number">
              Places
            </th>
          </tr>
        </thead>
        <tbody>
          {facet.values.map(({ value, title, services, places }) => (
            <tr key={value}>
              <th scope="row">{title}</th>
              <td className="table__number">{services.toLocaleString('en-GB')}</td>
              <td className="table__number">{places?.toLocaleString('en-GB') ?? '–'}</td>
            </tr>
          ))}
          {facet.others > 0 && (
            <tr>
              <th scope="row">{props.others ?? 'Others'}</th>
              <td className="table__number">{facet.others.toLocaleString('en-GB')}</td>
              <td className="table__number">–</td>
            </tr>
          )}
        </tbody>
      </table>
    </TableRegion>
  );
}
