import { Link } from 'react-router';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { Switch } from '../../components/Switch.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { BoundaryMap, HexagonMap } from './AreaMap.tsx';
import type { FoundArea } from './area-values.ts';
import { foundAreas, mapSentence, shadedBy } from './area-values.ts';
import { areaText, shadesOf } from './map-shades.ts';
import type { ServicesFilter } from './service-address.ts';
import { servicesSearch } from './service-address.ts';
import type { FoundServices, ServiceChoices } from './service-queries.ts';
import { synthetically } from './service-words.ts';
import type { ServicesView } from './services-view.ts';
import { viewSearch } from './services-view.ts';

/** Where what was found stands, by authority: as the areas lie, or in hexagons of one size. */
export function ServiceMap(props: {
  readonly found: FoundServices;
  readonly filter: ServicesFilter;
  readonly view: ServicesView;
  readonly choices: ServiceChoices | undefined;
  /** The search and what it came to. */
  readonly sentence: string;
}) {
  const { found, filter, view, choices } = props;
  const { name } = useConsortium();
  if (!choices) return <p role="status">Loading the map…</p>;
  const areas = foundAreas(found, filter, choices);
  if (areas.length === 0) return <p className="empty">There is no area to show.</p>;
  const values = shadedBy(areas, view.measure);
  const shades = shadesOf(values);
  const Picture = view.shape === 'hexagons' ? HexagonMap : BoundaryMap;
  const where = filter.scope === 'england' ? 'England' : name;
  const unit = view.measure === 'places' ? 'registered places' : 'services';

  return (
    <>
      <MapSwitches filter={filter} view={view} />
      <ChartFrame
        words={{
          title: `${upperFirst(unit)} by authority, ${where}`,
          subtitle: subtitleOf(props.sentence, filter, synthetically(found)),
          source: sourceOf(found, view),
        }}
        summary={mapSentence(values, unit)}
        fileName={`${view.measure}-by-authority`}
        notes={() =>
          view.shape === 'hexagons'
            ? 'Each authority is one hexagon of the same size, about where it lies. Where a number has no room it is in the table.'
            : 'Each area is shaded as a whole: where in it a service stands is not told. Numbers that have no room are in the table, and on hexagons.'
        }
        table={
          <AreaTable areas={areas} filter={filter} view={view} synthetic={synthetically(found)} />
        }
      >
        {(width) => (
          <Picture
            values={values}
            shades={shades}
            chosen={filter.authorities}
            unit={unit}
            width={width}
          />
        )}
      </ChartFrame>
    </>
  );
}

function MapSwitches({
  filter,
  view,
}: {
  readonly filter: ServicesFilter;
  readonly view: ServicesView;
}) {
  const search = servicesSearch(filter);
  const option = (value: string, title: string, part: Partial<ServicesView>) => ({
    value,
    title,
    to: `?${viewSearch({ ...view, ...part }, search)}`,
  });
  return (
    <div className="map-switches">
      <Switch
        label="Shape of the map"
        chosen={view.shape}
        options={[
          option('areas', 'Boundaries', { shape: 'areas' }),
          option('hexagons', 'Hexagons', { shape: 'hexagons' }),
        ]}
      />
      <Switch
        label="Shaded by"
        chosen={view.measure}
        options={[
          option('places', 'Places', { measure: 'places' }),
          option('services', 'Services', { measure: 'services' }),
        ]}
      />
    </div>
  );
}

/** Each authority with its figures; its name narrows the search to it. */
function AreaTable(props: {
  readonly areas: readonly FoundArea[];
  readonly filter: ServicesFilter;
  readonly view: ServicesView;
  readonly synthetic: ReturnType<typeof synthetically>;
}) {
  const { areas, filter, view } = props;
  const status = { none: null, some: 'partly synthetic', all: 'synthetic' }[props.synthetic];
  return (
    <TableRegion label="Figures by authority">
      <table className="table">
        <caption className="govuk-visually-hidden">Services and places by authority</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col" className="table__number">
              Services
            </th>
            <th scope="col" className="table__number">
              Places
            </th>
            {status !== null && <th scope="col">Status</th>}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ code, name, services, places }) => (
            <tr key={code}>
              <th scope="row">
                <Link
                  to={`?${viewSearch({ ...view, view: 'list', pages: 1 }, servicesSearch({ ...filter, authorities: [code] }))}`}
                  preventScrollReset
                >
                  {name}
                </Link>
              </th>
              <td className="table__number">{areaText(services)}</td>
              <td className="table__number">
                {places === null ? 'not published' : areaText(places)}
              </td>
              {status !== null && <td>{status}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What was searched for, and how to read the picture where it stands alone. */
const subtitleOf = (
  sentence: string,
  { authorities }: ServicesFilter,
  synthetic: ReturnType<typeof synthetically>,
): string =>
  [
    sentence,
    authorities.length > 0
      ? 'The map shows all authorities; those that were chosen have a strong outline.'
      : '',
    {
      none: '',
      some: 'Partly synthetic: made up for a demonstration.',
      all: 'Synthetic: services that do not exist, made up for a demonstration.',
    }[synthetic],
  ]
    .filter((part) => part !== '')
    .join(' ');

function sourceOf(found: FoundServices, view: ServicesView): string {
  const real = found.edges.find(({ node }) => !node.synthetic);
  const register = real
    ? `Source: Ofsted, register as at ${writtenDay(real.node.vintage)}`
    : 'Source: made up for a demonstration';
  const shape =
    view.shape === 'hexagons'
      ? 'Hexagons after the House of Commons Library, Open Parliament Licence v3.0'
      : 'Boundaries: Office for National Statistics, Open Government Licence v3.0; contains OS data © Crown copyright and database right';
  return `${register}. ${shape}.`;
}
