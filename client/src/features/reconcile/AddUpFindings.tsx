import type {
  ReconcileFinding,
  ReconcileSeverity,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { Tag } from '../../components/Tag.tsx';
import { cellId, cellName, findingId, goTo } from './go-to-cell.ts';

const tags = {
  error: { tone: 'bad', word: 'Fault' },
  query: { tone: 'warn', word: 'To ask' },
  note: { tone: 'neutral', word: 'Note' },
} as const satisfies Record<ReconcileSeverity, { tone: string; word: string }>;

/** How many cells of a finding are led to; the sentence speaks of the rest. */
const linked = 3;

/** What does not add up, each with the cells it is about. */
export function AddUpFindings(props: { readonly findings: readonly ReconcileFinding[] }) {
  return (
    <ol className="add-up-findings">
      {props.findings.map((finding, at) => (
        <li key={`${finding.rule}${finding.sentence}`} id={findingId(at + 1)} tabIndex={-1}>
          <p>
            <Tag tone={tags[finding.severity].tone}>{tags[finding.severity].word}</Tag>{' '}
            {finding.sentence}
          </p>
          <p className="add-up-findings__cells">
            {finding.cells.slice(0, linked).map((cell) => (
              <a
                key={cellId(cell)}
                href={`#${cellId(cell)}`}
                onClick={(event) => goTo(event, cellId(cell))}
              >
                Cell {cellName(cell)}
              </a>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}
