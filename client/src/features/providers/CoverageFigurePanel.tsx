import { useNavigate } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FigurePanel } from '../indicators/FigurePanel.tsx';
import { compareLink } from '../overview/compare-link.ts';
import type { AskedFigure } from './coverage-board.ts';
import { together } from './coverage-board.ts';

/** How many months the panel looks back. */
const periods = 13;

/** Explains a figure of the board: what it is, where it came from, and why the viewer may see it. */
export function CoverageFigurePanel(props: {
  readonly asked: AskedFigure;
  readonly period: string;
  readonly onClose: () => void;
}) {
  const { asked, period, onClose } = props;
  const { code: consortium, name } = useConsortium();
  const navigate = useNavigate();
  const { subject, indicator, title } = asked;
  const { code } = subject;
  return (
    <FigurePanel
      figure={{ title, period, rank: null, ranked: 0, warnings: [] }}
      subject={subject}
      names={{ consortium: name, authorities: new Map() }}
      input={{
        consortium,
        indicators: [indicator],
        authorities: code === null ? null : [code],
        comparators: code === null ? [together] : [],
        period,
        periods,
      }}
      onTrend={() =>
        void navigate(
          compareLink(consortium, {
            indicators: [indicator],
            focus: indicator,
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
