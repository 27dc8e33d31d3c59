import { TableRegion } from '../../components/TableRegion.tsx';
import { upperFirst } from '../returns/return-words.ts';
import { attackerGroups } from './attacker-groups.ts';
import type { ReleaseCertificate } from './release-queries.ts';
import { written } from './release-words.ts';

/** Who was tried as an attacker, and how near each came: by what they know, and one by one for whoever asks. */
export function ReleaseAttackers(props: Pick<ReleaseCertificate, 'attackers'>) {
  const { attackers } = props;
  if (attackers.length === 0) return null;
  const groups = attackerGroups(attackers);
  return (
    <>
      <Attackers label="Who was tried as an attacker" lines={groups} />
      {groups.length < attackers.length && (
        <details className="release-every">
          <summary>Every attacker by name</summary>
          <Attackers
            label="Every attacker by name"
            lines={attackers.map(({ name, knows, cells, narrowestInterval }) => ({
              name,
              knows,
              cells: written(cells),
              narrowest: narrowestInterval,
            }))}
          />
        </details>
      )}
    </>
  );
}

function Attackers(props: {
  readonly label: string;
  readonly lines: ReturnType<typeof attackerGroups>;
}) {
  return (
    <TableRegion label={props.label}>
      <table className="table table--stack release-attackers">
        <caption className="govuk-visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">Attacker</th>
            <th scope="col">Knows besides</th>
            <th scope="col" className="table__number">
              Figures tested
            </th>
            <th scope="col" className="table__number">
              Narrowest range
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map(({ name, knows, cells, narrowest }) => (
            <tr key={name}>
              <th scope="row">{upperFirst(name)}</th>
              <td className="table__wide" data-label="Knows besides">
                {knows}
              </td>
              <td className="table__number" data-label="Figures tested">
                {cells}
              </td>
              <td className="table__number" data-label="Narrowest range">
                {narrowest === null ? '–' : written(narrowest)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
