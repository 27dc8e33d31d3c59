import { TableRegion } from '../../components/TableRegion.tsx';
import { changeText } from './figure-change-text.ts';
import type { WholeReturn } from './return-queries.ts';
import { counted } from './return-words.ts';

/** Which figures differ from the version before, and by how much. */
export function ReturnChanges({ record }: { readonly record: WholeReturn }) {
  const { changes, versions, version, figures } = record;
  const hasEarlier = versions.some((other) => other.version < version);
  if (!hasEarlier || figures.length === 0) return null;
  if (changes.length === 0) {
    return (
      <section className="section" aria-labelledby="return-changes">
        <h2 id="return-changes">Against the version before</h2>
        <p>No figure changed, or the versions before have none.</p>
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="return-changes">
      <h2 id="return-changes">Against the version before</h2>
      <p className="section__note">{counted(changes.length, 'figure')} changed.</p>
      <TableRegion label="Figures that changed between versions" className="table-region--whole">
        <table className="table return-figures">
          <caption className="govuk-visually-hidden">Figures that changed between versions</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" className="table__number">
                This version
              </th>
              <th scope="col" className="table__number">
                Version before
              </th>
              <th scope="col" className="table__number">
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ indicator, now, before, change }) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {indicator.title}
                  <span className="table__note">{indicator.unit}</span>
                </th>
                <td className="table__number">{now?.text ?? 'not said'}</td>
                <td className="table__number">{before?.text ?? 'not said'}</td>
                <td className="table__number">{changeText(change, indicator.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
