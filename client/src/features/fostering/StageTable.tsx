import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { StageSet } from './enquiry-queries.ts';
import { clockText } from './stage-words.ts';

/** A set of stages: what each means, and its clock. */
export function StageTable(props: { readonly title: string; readonly set: StageSet }) {
  const { title, set } = props;
  return (
    <TableRegion label={title}>
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">{title}, in order</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">What it means to reach it</th>
            <th scope="col">May take</th>
          </tr>
        </thead>
        <tbody>
          {set.stages.map((stage) => (
            <tr key={stage.code}>
              <th scope="row">
                {stage.title} {!stage.standard && <Tag tone="accent">the hub’s own</Tag>}{' '}
                {!stage.used && <Tag tone="neutral">not recorded</Tag>}
                <span className="table__note">{stage.code}</span>
              </th>
              <td data-label="Means" className="table__wide">
                {stage.definition}
              </td>
              <td data-label="May take">{clockText(stage, set.stages)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
