import { useNavigate } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import type { SubjectNames } from '../indicators/comparison-model.ts';
import { FigurePanel } from '../indicators/FigurePanel.tsx';
import type { FigureAddress } from '../indicators/pressed-figure.ts';
import { compareLink } from './compare-link.ts';
import type { KeyFigureTable } from './key-figures.ts';
import { subjectKey } from './key-figures.ts';

/** How many periods the panel looks back. */
const periods = 13;

/** Explains one of the key figures: what it is, where it came from, and why the viewer may see it. */
export function KeyFigurePanel(props: {
  readonly consortium: string;
  readonly table: KeyFigureTable;
  readonly opened: FigureAddress;
  readonly onClose: () => void;
}) {
  const { consortium, table, opened, onClose } = props;
  const { name } = useConsortium();
  const navigate = useNavigate();
  const row = table.rows.find(({ indicator }) => indicator.key === opened.indicator);
  const column = table.columns.find((each) => subjectKey(each) === opened.subject);
  if (!row || !column) return null;

  const { key, title } = row.indicator;
  const { code, subject } = column;
  // Authorities are named by their figures; no region or neighbours stand here.
  const names: SubjectNames = { consortium: name, authorities: new Map() };
  return (
    <FigurePanel
      figure={{ title, period: row.period, rank: null, ranked: 0, warnings: row.warnings }}
      subject={{ id: subjectKey(column), name: column.name, code }}
      names={names}
      input={{
        consortium,
        indicators: [key],
        authorities: code === null ? null : [code],
        comparators: code === null ? [subject] : [],
        period: row.period,
        periods,
      }}
      onTrend={() =>
        void navigate(
          compareLink(consortium, {
            indicators: [key],
            focus: key,
            view: 'trend',
            periods,
            highlight: code,
          }),
        )
      }
      onClose={onClose}
    />
  );
}
