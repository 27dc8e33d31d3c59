import { paper } from './chart-palette.ts';

const fontSize = 14;

/** A word beside an axis. */
export function AxisText(props: {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}) {
  return (
    <text
      className="chart-text chart-text--axis"
      x={props.x}
      y={props.y}
      dy="0.33em"
      textAnchor={props.anchor}
      fontSize={fontSize}
      fill={paper.muted}
    >
      {props.text}
    </text>
  );
}
