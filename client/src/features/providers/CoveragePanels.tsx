import { AxisText } from '../../components/charts/AxisText.tsx';
import { paper } from '../../components/charts/chart-palette.ts';
import { sparkPath } from '../../components/charts/sparkline-path.ts';
import { writtenMonth } from '../returns/return-months.ts';
import type { TrendPanel } from './coverage-trends.ts';
import { trendPoints } from './coverage-trends.ts';

const axis = 44;
const gap = 24;
const box = { height: 96 };
const rowHeight = 168;

/** Small multiples of shares, side by side as far as the page is wide. */
export function CoveragePanels(props: {
  readonly panels: readonly TrendPanel[];
  readonly width: number;
}) {
  const { panels, width } = props;
  const across = Math.max(1, Math.min(panels.length, Math.floor(width / 230)));
  const each = Math.floor(width / across);
  const height = Math.ceil(panels.length / across) * rowHeight;
  return (
    <svg
      className="chart__picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {panels.map((panel, index) => (
        <g
          key={panel.id}
          transform={`translate(${(index % across) * each} ${Math.floor(index / across) * rowHeight})`}
        >
          <Panel panel={panel} width={each - axis - gap} isMarked={panel.id === 'consortium'} />
        </g>
      ))}
    </svg>
  );
}

function Panel(props: {
  readonly panel: TrendPanel;
  readonly width: number;
  readonly isMarked: boolean;
}) {
  const { panel, width } = props;
  const points = trendPoints(panel, { width, height: box.height });
  const lastIndex = points.findLastIndex((point) => point !== null);
  const last = points[lastIndex] ?? null;
  const [first] = panel.months;
  const kind = props.isMarked ? 'reference' : 'chosen';
  const colour = props.isMarked ? paper.reference : paper.accent;
  return (
    <>
      <text className="chart-text" x={0} y={16} fontSize={15} fontWeight={600} fill={paper.text}>
        {panel.name}
      </text>
      <g transform={`translate(${axis} 30)`}>
        {[0, 50, 100].map((percent) => (
          <g key={percent} transform={`translate(0 ${box.height * (1 - percent / 100)})`}>
            <line className="chart-grid" x2={width} stroke={paper.grid} />
            <AxisText x={-6} y={0} anchor="end" text={`${percent}%`} />
          </g>
        ))}
        <path
          className={`chart-line chart-line--${kind}`}
          d={sparkPath(points)}
          fill="none"
          stroke={colour}
          strokeWidth={2.5}
          strokeLinejoin="round"
        />
        {last && (
          <>
            <circle
              className={`chart-mark chart-mark--dot chart-mark--${kind}`}
              cx={last.x}
              cy={last.y}
              r={4}
              fill={colour}
            />
            <text
              className="chart-text chart-text--haloed"
              x={Math.min(last.x, width)}
              y={last.y < 24 ? last.y + 20 : last.y - 9}
              textAnchor="end"
              fontSize={14}
              fontWeight={600}
              fill={paper.text}
              stroke={paper.ground}
              strokeWidth={4}
              paintOrder="stroke"
            >
              {panel.months[lastIndex]?.share.text}
            </text>
          </>
        )}
        <AxisText
          x={0}
          y={box.height + 18}
          anchor="start"
          text={first ? `from ${writtenMonth(first.period)}` : ''}
        />
      </g>
    </>
  );
}
