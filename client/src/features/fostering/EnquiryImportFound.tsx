import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { ImportProblems } from '../providers/ImportProblems.tsx';
import { ImportResult } from '../providers/ImportResult.tsx';
import type { EnquiryImport } from './enquiry-mutations.ts';
import { importOutcome, importSentence } from './import-words.ts';

/** How many rows are listed; the sentence above counts all. */
const shown = 200;

/** What would become of each enquiry, or what is wrong with the rows. */
export function EnquiryImportFound(props: {
  readonly found: EnquiryImport;
  readonly working: boolean;
  readonly onApply: () => void;
}) {
  const { found, working, onApply } = props;
  const { applied, problems, items } = found;
  return (
    <ImportResult
      sentence={importSentence(found)}
      applied={applied}
      hasProblems={problems.length > 0}
      changes={items.some(({ outcome }) => outcome !== 'UNCHANGED')}
      working={working}
      onApply={onApply}
    >
      <ImportProblems problems={problems} />
      {items.length > 0 && <Items items={items.slice(0, shown)} />}
      {items.length > shown && (
        <p className="section__note">
          Shown are the first {shown} of {items.length.toLocaleString('en-GB')} enquiries.
        </p>
      )}
    </ImportResult>
  );
}

function Items({ items }: Pick<EnquiryImport, 'items'>) {
  return (
    <TableRegion label="What becomes of each enquiry">
      <table className="table table--stack">
        <caption>What becomes of each enquiry</caption>
        <thead>
          <tr>
            <th scope="col">Enquiry</th>
            <th scope="col" className="table__number">
              Row
            </th>
            <th scope="col">Becomes</th>
            <th scope="col" className="table__number">
              Events added
            </th>
            <th scope="col">Asked about it</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ reference, row, outcome, recorded, questions }) => (
            <tr key={reference}>
              <th scope="row">{reference}</th>
              <td data-label="Row" className="table__number">
                {row}
              </td>
              <td data-label="Becomes">
                <Tag tone={importOutcome[outcome].tone}>{importOutcome[outcome].word}</Tag>
              </td>
              <td data-label="Events added" className="table__number">
                {recorded}
              </td>
              <td data-label="Asked about it" className="table__wide">
                {questions.length === 0 ? '–' : questions.join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
