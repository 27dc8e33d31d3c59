import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { syntheticNote } from '../indicators/synthetic.ts';
import { BarRows } from './BarRows.tsx';
import type { GroupLine } from './exposure-queries.ts';
import type { Held } from './exposure-view.ts';
import { amountOf } from './exposure-view.ts';
import { amountText, heldTitle, largestSentence } from './exposure-words.ts';

/** How many groups are pictured. */
const pictured = 10;

const units: Readonly<Record<Held, string>> = {
  places: 'Places',
  placements: 'Placements in the newest month that each member recorded',
  spend: 'Pounds a week, in your newest month',
};

const sources: Readonly<Record<Held, string>> = {
  places: 'Source: Ofsted, children’s homes on the register, owners rolled up to groups',
  placements: 'Source: placements with providers as members recorded them, as far as you see them',
  spend: 'Source: what your own organisation pays for its placements',
};

/** The groups with most, as bars. */
export function ExposurePicture(props: {
  readonly holders: readonly GroupLine[];
  readonly of: Held;
}) {
  const { name } = useConsortium();
  const { holders, of } = props;
  const shown = holders.slice(0, pictured);
  if (shown.length === 0) return null;
  const synthetic = shown.some((group) => group.synthetic);
  const title = `${heldTitle[of]}: the largest groups, ${name}`;
  const textOf = (group: GroupLine) => amountText(of, amountOf(group, of));

  return (
    <ChartFrame
      words={{
        title,
        subtitle: `${units[of]}, by provider group. ${synthetic ? syntheticNote : ''}`,
        source: sources[of],
      }}
      summary={largestSentence(shown, of)}
      fileName={`exposure-${of}`}
      notes={() =>
        holders.length > pictured ? `The ${pictured} with most of ${holders.length} groups.` : ''
      }
      table={
        <TableRegion label={title}>
          <table className="table">
            <caption className="govuk-visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">Provider group</th>
                <th scope="col" className="table__number">
                  {heldTitle[of]}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((group) => (
                <tr key={group.key}>
                  <th scope="row">{group.name}</th>
                  <td className="table__number">{textOf(group)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      }
    >
      {(width) => (
        <BarRows
          rows={shown.map((group) => ({
            id: group.key,
            title: group.name,
            value: amountOf(group, of),
            text: textOf(group),
          }))}
          width={width}
        />
      )}
    </ChartFrame>
  );
}
