import { useNavigate } from 'react-router';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { axisRange } from '../../components/charts/chart-scale.ts';
import { RangePlot, rangeEnds } from '../../components/charts/RangePlot.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { syntheticNote } from '../indicators/synthetic.ts';
import { FeeTable } from './FeeTable.tsx';
import type { FeeLine } from './fee-ranges.ts';
import { rangeRows, rangesSentence } from './fee-ranges.ts';
import type { FeeBand } from './fees-queries.ts';
import { price } from './market-words.ts';

/** Own prices of one framework, from the lowest to the highest, beside what it allows at most. */
export function FeesPicture(props: {
  readonly lines: readonly FeeLine[];
  /** Frameworks that can be chosen. */
  readonly priced: readonly FeeBand['framework'][];
  readonly shown: FeeBand['framework'];
}) {
  const { priced, shown } = props;
  const { name } = useConsortium();
  const navigate = useNavigate();
  const lines = props.lines.filter(({ band }) => band.framework.id === shown.id);
  const rows = rangeRows(lines);
  const { hasZero } = axisRange(rangeEnds(rows));
  const title = `Your weekly fees on ${shown.reference}`;
  const synthetic = lines.some(({ band }) => band.synthetic);

  return (
    <section className="section" aria-label="Picture of fees">
      <div className="market-choices">
        <FieldSelect
          id="fees-framework"
          label="Framework in the picture"
          options={priced.map((each) => ({
            value: each.id,
            text: `${each.reference}: ${each.title}`,
          }))}
          value={shown.id}
          onChange={({ target: { value } }) =>
            void navigate(`?${new URLSearchParams({ framework: value })}`, {
              preventScrollReset: true,
            })
          }
        />
      </div>
      <ChartFrame
        words={{
          title,
          subtitle: `Pounds a week and placement, your organisation’s own, ${name}. ${synthetic ? syntheticNote : ''}`,
          source: 'Source: prices tendered to your organisation, and its own call-offs',
        }}
        summary={rangesSentence(lines)}
        fileName={`fees-${shown.reference.toLowerCase()}`}
        notes={() =>
          [
            'A line goes from the lowest to the highest; the dot is the median, the diamond the mean, an upright the published maximum of the lot. ',
            rows.some(({ limit }) => limit !== null) ? '' : 'No maximum is published here. ',
            hasZero ? '' : 'The axis does not start at zero.',
          ].join('')
        }
        table={<FeeTable title={title} lines={lines} />}
      >
        {(width) => <RangePlot rows={rows} width={Math.min(width, 900)} format={price} />}
      </ChartFrame>
    </section>
  );
}
