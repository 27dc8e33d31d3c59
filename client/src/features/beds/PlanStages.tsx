import { planStageTitles } from '@sufficiency/shared/beds/places-plan.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { Plan } from './plan-queries.ts';

/** The way of a plan, stage by stage: when each is planned, and when it was done. */
export function PlanStages(props: { readonly plan: Plan; readonly today: string }) {
  const { plan, today } = props;
  const words = (day: string | null, none: string) => (day === null ? none : writtenDay(day));
  return (
    <section className="section">
      <h2>Stages</h2>
      <TableRegion label="Stages">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">Stages, in order</caption>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">Planned</th>
              <th scope="col">Done</th>
            </tr>
          </thead>
          <tbody>
            {plan.stages.map(({ stage, plannedOn, doneOn }) => (
              <tr key={stage} aria-current={stage === plan.stage ? 'step' : undefined}>
                <th scope="row">
                  {planStageTitles[stage]}{' '}
                  {stage === plan.stage && <Tag tone="accent">it is here</Tag>}
                </th>
                <td data-label="Planned">{words(plannedOn, 'not said')}</td>
                <td data-label="Done">
                  {words(doneOn, 'not yet')}{' '}
                  {doneOn === null && plannedOn !== null && plannedOn < today && (
                    <Tag tone="warn">late</Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
