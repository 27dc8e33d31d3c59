import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { BoundaryMap } from '../providers/AreaMap.tsx';
import { mapSentence } from '../providers/area-values.ts';
import { shadesOf } from '../providers/map-shades.ts';
import type { FoundVacancies } from './vacancy-queries.ts';

/** Where free places are, by authority: never more precise than that. */
export function VacancyMap(props: {
  readonly vacancies: FoundVacancies;
  /** The authority that distances are measured from; empty without one. */
  readonly near: string;
}) {
  const { vacancies, near } = props;
  const areas = vacancies.areas.flatMap(({ authority, ...counts }) =>
    authority ? [{ ...counts, code: authority.code, name: authority.name }] : [],
  );
  if (areas.length === 0) return null;
  const values = areas.map(({ code, name, places }) => ({ code, name, value: places }));
  const isSynthetic = vacancies.edges.some(({ node }) => node.home.synthetic);
  return (
    <ChartFrame
      words={{
        title: 'Where places are free',
        subtitle: `Places free for you in this search, by authority${isSynthetic ? '; synthetic' : ''}`,
        source:
          'Source: homes as they were last confirmed. Boundaries: Office for National Statistics, Open Government Licence v3.0; contains OS data © Crown copyright and database right.',
      }}
      summary={mapSentence(values, 'free places')}
      notes={() => 'A stronger shade means more places.'}
      fileName="free-places"
      table={
        <TableRegion label="Free places by authority">
          <table className="table">
            <caption className="govuk-visually-hidden">Free places by authority</caption>
            <thead>
              <tr>
                <th scope="col">Authority</th>
                <th scope="col" className="table__number">
                  Homes
                </th>
                <th scope="col" className="table__number">
                  Places
                </th>
                <th scope="col" className="table__number">
                  Homes that fit
                </th>
              </tr>
            </thead>
            <tbody>
              {areas.map(({ code, name, homes, places, fitting }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td className="table__number">{homes}</td>
                  <td className="table__number">{places}</td>
                  <td className="table__number">{fitting}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      }
    >
      {(width) => (
        <BoundaryMap
          values={values}
          shades={shadesOf(values)}
          chosen={near === '' ? [] : [near]}
          unit="free places"
          width={width}
        />
      )}
    </ChartFrame>
  );
}
