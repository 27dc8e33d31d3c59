import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { ImportProblems } from './ImportProblems.tsx';
import { ImportResult } from './ImportResult.tsx';
import type { PurchaseImport } from './import-queries.ts';
import { outcomeTone, outcomeWord, purchaseSentence } from './import-words.ts';

/** What would become of each row, or what is wrong with it. */
export function ImportPurchases(props: {
  readonly found: PurchaseImport;
  readonly working: boolean;
  readonly onApply: () => void;
}) {
  const { found, working, onApply } = props;
  const { applied, problems, items } = found;
  return (
    <ImportResult
      sentence={purchaseSentence(found)}
      applied={applied}
      hasProblems={problems.length > 0}
      changes={items.some(({ outcome }) =>
        ['NEW', 'CHANGED', 'ENDED', 'REMOVED'].includes(outcome),
      )}
      working={working}
      onApply={onApply}
    >
      <ImportProblems problems={problems} />
      {items.length > 0 && <Items items={items} />}
    </ImportResult>
  );
}

function Items({ items }: Pick<PurchaseImport, 'items'>) {
  return (
    <TableRegion label="What becomes of each row">
      <table className="table table--stack">
        <caption>What becomes of each row</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Table</th>
            <th scope="col" className="table__number">
              Row
            </th>
            <th scope="col">Becomes</th>
            <th scope="col">In words</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ table, row, title, outcome, sentence }) => (
            <tr key={`${table} ${row} ${title}`}>
              <th scope="row">{title}</th>
              <td data-label="Table">{table}</td>
              <td data-label="Row" className="table__number">
                {row ?? '–'}
              </td>
              <td data-label="Becomes">
                <Tag tone={outcomeTone[outcome]}>{outcomeWord[outcome]}</Tag>
              </td>
              <td data-label="In words" className="table__wide">
                {sentence}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
