import { TableRegion } from '../../components/TableRegion.tsx';
import type { AuthorityCollection } from './return-queries.ts';

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

const label = 'Timeliness and completeness of the last 12 months, by authority';

/** How each authority has sent what was due: how much of it came, in time, and is in use. */
export function TimelinessTable(props: { readonly authorities: readonly AuthorityCollection[] }) {
  return (
    <TableRegion label={label}>
      <table className="table table--stack timeliness">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col" className="table__number">
              Due
            </th>
            <th scope="col" className="table__number">
              Came
            </th>
            <th scope="col" className="table__number">
              In time
            </th>
            <th scope="col" className="table__number">
              In use
            </th>
          </tr>
        </thead>
        <tbody>
          {props.authorities.map(({ authority, timeliness }) => (
            <tr key={authority.id}>
              <th scope="row">{authority.name}</th>
              {timeliness ? (
                <>
                  <td className="table__number" data-label="Due">
                    {timeliness.due}
                  </td>
                  <Share of={timeliness.due} count={timeliness.received} label="Came" />
                  <Share of={timeliness.due} count={timeliness.onTime} label="In time" />
                  <Share of={timeliness.due} count={timeliness.inUse} label="In use" />
                </>
              ) : (
                <td colSpan={4}>Not shared with you</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Share(props: { readonly of: number; readonly count: number; readonly label: string }) {
  return (
    <td className="table__number" data-label={props.label}>
      {props.count}
      {props.of > 0 && (
        <span className="table__note">{percent.format(props.count / props.of)}</span>
      )}
    </td>
  );
}
