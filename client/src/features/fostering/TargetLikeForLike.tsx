import { useQuery } from 'urql';
import { FigureTable } from '../../components/FigureTable.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { offeredMonths } from './fostering-address.ts';
import { monthsInWords } from './funnel-words.ts';
import type { FosteringTarget, TargetMonths } from './target-queries.ts';
import { TargetMonthsQuery } from './target-queries.ts';
import { spansOf, stagesOfPlan } from './target-words.ts';

/** The months of the year that have ended, held against the same months of the year before; nothing before one has. */
export function TargetLikeForLike({ target }: { readonly target: FosteringTarget }) {
  const { code } = useConsortium();
  const { year, authority, householdType } = target;
  const spans = spansOf(year, offeredMonths()[0] ?? '');
  const inputOf = (span: { readonly from: string; readonly to: string }) => ({
    ...{ consortium: code, ...span },
    ...(householdType !== null && { householdTypes: [householdType] }),
  });
  const [result, ask] = useQuery({
    query: TargetMonthsQuery,
    variables: {
      now: inputOf(spans?.now ?? { from: '', to: '' }),
      before: inputOf(spans?.before ?? { from: '', to: '' }),
    },
    pause: spans === null,
  });
  if (!spans) return null;
  return (
    <section className="section" aria-labelledby="target-months">
      <h2 id="target-months">Where the year stands, like for like</h2>
      <QueryState
        result={result}
        title="the same months of both years"
        lines={4}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ now, before }) => (
          <Months {...{ now, before, authority: authority?.code ?? null, target }} />
        )}
      </QueryState>
    </section>
  );
}

function Months(props: {
  readonly now: TargetMonths;
  readonly before: TargetMonths;
  readonly authority: string | null;
  readonly target: FosteringTarget;
}) {
  const { now, before, authority, target } = props;
  const these = stagesOfPlan(now, authority);
  const those = stagesOfPlan(before, authority);
  const label = `${monthsInWords(now.months)} beside ${monthsInWords(before.months)}`;
  if (!these) {
    return (
      <p>
        What happened in these months is not yours to see
        {now.period.whyNoTotal !== null && `: ${now.period.whyNoTotal}`}.
      </p>
    );
  }
  const aims: Readonly<Record<string, number | null>> = {
    RECEIVED: target.enquiries,
    APPROVAL: target.approvals,
  };
  return (
    <>
      <TableRegion label={`Table: ${label}`}>
        <FigureTable
          label={label}
          head="In these months"
          columns={[
            ...[monthsInWords(before.months), monthsInWords(now.months)],
            `Aimed at in all of ${target.year}`,
          ]}
          rows={these.map(({ stage, figure }) => ({
            ...{ id: stage.code, name: stage.title },
            cells: [
              those?.find((one) => one.stage.code === stage.code)?.figure.text ?? 'x',
              figure.text,
              aims[stage.code]?.toLocaleString('en-GB') ?? '–',
            ],
          }))}
        />
      </TableRegion>
      <p className="section__note">
        {now.months.length < 12 &&
          `${now.months.length} of 12 months are compared with the same ${now.months.length}, never with a whole year. `}
        Each row counts what happened in the months; rows are not the same households.{' '}
        {these.some(({ figure }) => figure.synthetic) && <Tag tone="warn">synthetic</Tag>}
      </p>
    </>
  );
}
