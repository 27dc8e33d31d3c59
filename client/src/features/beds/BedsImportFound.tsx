import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { ImportProblems } from '../providers/ImportProblems.tsx';
import { ImportResult } from '../providers/ImportResult.tsx';
import type { BedsImport } from './beds-import.ts';
import { bedsImportSentence, homeOutcome } from './beds-import.ts';

/** What would become of each home, or what is wrong with the rows. */
export function BedsImportFound(props: {
  readonly found: BedsImport;
  readonly working: boolean;
  readonly onApply: () => void;
}) {
  const { found, working, onApply } = props;
  const { applied, problems, homes } = found;
  return (
    <ImportResult
      sentence={bedsImportSentence(found)}
      applied={applied}
      hasProblems={problems.length > 0}
      changes={homes.length > 0}
      working={working}
      onApply={onApply}
    >
      <ImportProblems problems={problems} />
      {homes.length > 0 && <Homes homes={homes} />}
    </ImportResult>
  );
}

function Homes({ homes }: Pick<BedsImport, 'homes'>) {
  return (
    <TableRegion label="What becomes of each home">
      <table className="table table--stack">
        <caption>What becomes of each home</caption>
        <thead>
          <tr>
            <th scope="col">Home</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {homes.map(({ urn, outcome }) => (
            <tr key={urn}>
              <th scope="row">URN {urn}</th>
              <td data-label="Is">
                <Tag tone={homeOutcome[outcome].tone}>{homeOutcome[outcome].word}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
