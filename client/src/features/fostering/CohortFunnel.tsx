import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { CohortConversions } from './CohortConversions.tsx';
import type { FosteringFunnel, FunnelCohort } from './funnel-query.ts';
import { countText, groupNote, monthsInWords, shareText, shownCohort } from './funnel-words.ts';

/** What became so far of those who enquired in the months, and how many went on from each stage to each later one. */
export function CohortFunnel({ funnel }: { readonly funnel: FosteringFunnel }) {
  const { code } = useConsortium();
  const { cohort, months } = funnel;
  const shown = shownCohort(funnel);
  return (
    <section className="section" aria-label="What became of those who enquired">
      {shown && (
        <>
          <ChartFrame
            words={{
              title: `How far those who enquired have come, ${shown.title}`,
              subtitle: `Households that enquired in ${monthsInWords(months)}, by stages reached so far; share of all who enquired`,
              source: 'Source: events of enquiries as they were recorded.',
            }}
            summary={`${countText(shown.part.households)} households from ${countText(shown.part.enquiries)} enquiries. Those who are still on their way may go further: shares of recent months grow.`}
            notes={() => shown.part.synthetic && <Tag tone="warn">synthetic</Tag>}
            fileName={`fostering-cohort-${code}-${months.at(-1)}`}
            table={<CohortStages cohort={shown.part} title={shown.title} />}
          >
            {(width) => (
              <BarPlot width={width} rows={shown.part.stages.map(rowOf)} format={countText} />
            )}
          </ChartFrame>
          <CohortConversions cohort={shown.part} title={shown.title} />
        </>
      )}
      {cohort.whyNoTotal !== null && (
        <p className="section__note">No total: {cohort.whyNoTotal}.</p>
      )}
      <CohortTable funnel={funnel} />
    </section>
  );
}

const rowOf = ({ stage, households, share }: FunnelCohort['stages'][number]) => ({
  id: stage.code,
  name: stage.title,
  bars: [
    {
      value: households,
      kind: 'chosen' as const,
      title: `${stage.title}: ${households}, ${shareText(share)}`,
    },
  ],
  mark: null,
  text: `${countText(households)} (${shareText(share)})`,
});

function CohortStages(props: { readonly cohort: FunnelCohort; readonly title: string }) {
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col" className="table__number">
            Households
          </th>
          <th scope="col" className="table__number">
            Of all who enquired
          </th>
        </tr>
      </thead>
      <tbody>
        {props.cohort.stages.map(({ stage, households, share }) => (
          <tr key={stage.code}>
            <th scope="row">{stage.title}</th>
            <td className="table__number">{countText(households)}</td>
            <td className="table__number">{shareText(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const standings = [
  { state: 'OPEN', title: 'On their way' },
  { state: 'ON_HOLD', title: 'On hold' },
  { state: 'APPROVED', title: 'Approved' },
  { state: 'WITHDRAWN', title: 'Withdrawn' },
  { state: 'NOT_APPROVED', title: 'Not approved' },
] as const;

function CohortTable({ funnel }: { readonly funnel: FosteringFunnel }) {
  const label = 'How those who enquired in these months stand today';
  const { rows, total } = funnel.cohort;
  return (
    <TableRegion label={label}>
      <table className="table">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col" className="table__number">
              Households
            </th>
            {standings.map(({ state, title }) => (
              <th key={state} scope="col" className="table__number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, cohort }) => (
            <tr key={group.key ?? 'none'}>
              <th scope="row">
                {group.title}
                {groupNote(group) !== null && (
                  <span className="table__note">{groupNote(group)}</span>
                )}
              </th>
              <StandingCells cohort={cohort} />
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">All together</th>
              <StandingCells cohort={total} />
            </tr>
          </tfoot>
        )}
      </table>
    </TableRegion>
  );
}

function StandingCells({ cohort }: { readonly cohort: FunnelCohort | null }) {
  if (!cohort) {
    return (
      <td className="table__number" colSpan={standings.length + 1}>
        x
      </td>
    );
  }
  const count = new Map(cohort.states.map(({ state, households }) => [state, households]));
  return (
    <>
      <td className="table__number">{countText(cohort.households)}</td>
      {standings.map(({ state }) => (
        <td key={state} className="table__number">
          {countText(count.get(state) ?? 0)}
        </td>
      ))}
    </>
  );
}
