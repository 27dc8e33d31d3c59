import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FigureText } from '../overview/FigureText.tsx';
import type { PublishedFlow } from './flows-queries.ts';
import { count } from './market-words.ts';

/** Children that members host for others and place with others, as published: bars to either side. */
export function PublishedFlows({ published }: { readonly published: readonly PublishedFlow[] }) {
  const { name } = useConsortium();
  const [first] = published;
  if (!first) return null;
  const title = `Placements across boundaries, ${name}, 31 March ${first.period}`;

  return (
    <section className="section" aria-label="Placements across boundaries">
      <ChartFrame
        words={{
          title,
          subtitle:
            'Children looked after: of other authorities placed inside (to the right), own placed outside (to the left), and the difference',
          source: `Source: ${first.net.provenance.source}`,
        }}
        summary={published
          .map(
            ({ authority, incoming, outgoing, net }) =>
              `${authority.name}: ${incoming.text} in, ${outgoing.text} out, ${signed(net)}.`,
          )
          .join(' ')}
        fileName="placements-across-boundaries"
        notes={() =>
          'The diamond is the difference. Children who move between two members count at both. A child counts by legal responsibility, whatever the kind of placement.'
        }
        table={<FlowTable title={title} published={published} />}
      >
        {(width) => (
          <BarPlot
            rows={published.map(({ authority, incoming, outgoing, net }) => ({
              id: authority.code,
              name: authority.name,
              bars: [
                ...lengthOf(`${authority.name}, in`, incoming, 1),
                ...lengthOf(`${authority.name}, out`, outgoing, -1),
              ],
              mark: lengthOf(`${authority.name}, difference`, net, 1)[0] ?? null,
              text: signed(net),
            }))}
            width={Math.min(width, 900)}
            format={(value) => count(Math.abs(value))}
          />
        )}
      </ChartFrame>
    </section>
  );
}

type Published = PublishedFlow['incoming'];

const lengthOf = (name: string, { value, text }: Published, sign: 1 | -1) =>
  value === null
    ? []
    : [
        {
          value: sign * value,
          kind: sign < 0 ? 'other' : 'chosen',
          title: `${name}: ${text}`,
        } as const,
      ];

const number = new Intl.NumberFormat('en-GB', { signDisplay: 'exceptZero' });

/** “+219”, “−251”, or the symbol. */
const signed = ({ value, text }: Published) =>
  value === null ? text : number.format(value).replace('-', '−');

function FlowTable(props: {
  readonly title: string;
  readonly published: readonly PublishedFlow[];
}) {
  return (
    <TableRegion label={props.title}>
      <table className="table">
        <caption className="govuk-visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col" className="table__number">
              Of others, inside
            </th>
            <th scope="col" className="table__number">
              Own, outside
            </th>
            <th scope="col" className="table__number">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {props.published.map(({ authority, incoming, outgoing, net }) => (
            <tr key={authority.code}>
              <th scope="row">{authority.name}</th>
              {[incoming, outgoing, { ...net, text: signed(net) }].map((figure, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change places.
                <td key={at} className="table__number">
                  <FigureText figure={figure} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
