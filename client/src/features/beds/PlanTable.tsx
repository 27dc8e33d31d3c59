import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { valueInWords } from '../providers/market-words.ts';
import { homeName } from './home-words.ts';
import type { Plan } from './plan-queries.ts';
import { isLate, planKindTitles, riskWords, signed, stageWords } from './plan-words.ts';

/** Plans of places, the next one first. */
export function PlanTable(props: { readonly plans: readonly Plan[]; readonly today: string }) {
  const { plans, today } = props;
  const { code } = useConsortium();
  return (
    <TableRegion label="Plans of places">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Plans of places, the next one first</caption>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Area</th>
            <th scope="col" className="table__number">
              Places
            </th>
            <th scope="col">From</th>
            <th scope="col">Stage</th>
            <th scope="col" className="table__number">
              Cost
            </th>
            <th scope="col">Risk</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <th scope="row">
                <Link
                  className="govuk-link"
                  to={`/${code}/beds/plans/${encodeURIComponent(plan.id)}`}
                >
                  {plan.reference}
                </Link>{' '}
                {plan.synthetic && <Tag tone="warn">synthetic</Tag>}
                <span className="table__note">
                  {planKindTitles[plan.kind]}
                  {plan.home && `: ${homeName(plan.home)}`}
                </span>
              </th>
              <td data-label="Area">{plan.authority?.name}</td>
              <td data-label="Places" className="table__number">
                {signed(plan.change)}
              </td>
              <td data-label="From">
                {writtenDay(plan.effectiveOn)}{' '}
                {isLate(plan, today) && <Tag tone="warn">not done</Tag>}
              </td>
              <td data-label="Stage">{stageWords(plan)}</td>
              <td data-label="Cost" className="table__number">
                {plan.cost === null ? 'not said' : valueInWords(plan.cost)}
              </td>
              <td data-label="Risk">{riskWords(plan)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
