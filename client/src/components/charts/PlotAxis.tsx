import { AxisBottom } from '@visx/axis';
import type { scaleLinear } from '@visx/scale';
import { AxisText } from './AxisText.tsx';
import { paper } from './chart-palette.ts';

type Scale = ReturnType<typeof scaleLinear<number>>;

/** The scale below a picture of rows, with lines up through them; a stronger one at zero. */
export function PlotAxis(props: {
  readonly scale: Scale;
  readonly down: number;
  readonly across: number;
  readonly format: (value: number) => string;
}) {
  const { scale, down, across, format } = props;
  const [low = 0, high = 0] = scale.domain();
  return (
    <>
      <AxisBottom
        scale={scale}
        top={down}
        numTicks={Math.max(2, Math.min(6, Math.floor(across / 70)))}
        tickFormat={(value) => format(Number(value))}
        hideAxisLine
        tickLineProps={{ y1: -down, y2: 0, stroke: paper.grid, className: 'chart-grid' }}
        tickComponent={({ x, y, formattedValue }) => (
          <AxisText x={x} y={y + 8} anchor="middle" text={formattedValue ?? ''} />
        )}
      />
      {low <= 0 && high >= 0 && (
        <line
          className="chart-axis"
          x1={scale(0)}
          x2={scale(0)}
          y1={0}
          y2={down}
          stroke={paper.muted}
        />
      )}
    </>
  );
}
