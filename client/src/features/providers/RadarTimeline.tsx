import { AxisText } from '../../components/charts/AxisText.tsx';
import { paper } from '../../components/charts/chart-palette.ts';
import { textWidth, wrapped } from '../../components/charts/chart-text.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { dateLetter, dayScale, termTitle, ticks } from './radar.ts';
import type { Radar, RadarItem } from './radar-queries.ts';

const fontSize = 15;
const line = 19;
const bar = 20;
const top = 28;
const inset = 14;

type Scale = (day: string) => number;

/** The timeline: a row for each, its words above its bar, so that it fits a phone. */
export function RadarTimeline(props: { readonly radar: Radar; readonly width: number }) {
  const { radar, width } = props;
  const across = width - 2 * inset;
  const scale = dayScale(radar, across);
  let y = top;
  const rows = radar.items.map((item) => {
    const lines = wrapped(titleOf(item), width - 8, fontSize);
    const at = y;
    y += lines.length * line + bar + 22;
    return { item, lines, at };
  });
  return (
    <svg
      className="chart__picture"
      width={width}
      height={y}
      viewBox={`0 0 ${width} ${y}`}
      aria-hidden="true"
      focusable="false"
    >
      <g transform={`translate(${inset} 0)`}>
        {ticks(radar, Math.floor(width / 130)).map((day) => (
          <Tick key={day} day={day} x={scale(day)} height={y} width={across} />
        ))}
      </g>
      {rows.map(({ item, lines, at }) => (
        <g key={`${item.kind} ${item.reference}`} transform={`translate(0 ${at})`}>
          {lines.map((words, index) => (
            <text
              key={words}
              className="chart-text chart-text--haloed"
              x={0}
              y={index * line + fontSize}
              fontSize={fontSize}
              fontWeight={600}
              fill={paper.text}
              stroke={paper.ground}
              strokeWidth={4}
              paintOrder="stroke"
            >
              {words}
            </text>
          ))}
          <g transform={`translate(${inset} ${lines.length * line + 6})`}>
            <Term item={item} scale={scale} width={across} />
          </g>
        </g>
      ))}
    </svg>
  );
}

const titleOf = (item: RadarItem) =>
  item.authority === null ? termTitle(item) : `${termTitle(item)} – ${item.authority.name}`;

function Tick(props: {
  readonly day: string;
  readonly x: number;
  readonly height: number;
  readonly width: number;
}) {
  const text = writtenMonth(props.day.slice(0, 7));
  const half = textWidth(text, 14) / 2;
  const x = Math.min(props.width - half, Math.max(half, props.x));
  return (
    <>
      <line
        className="chart-grid"
        x1={props.x}
        x2={props.x}
        y1={top - 8}
        y2={props.height}
        stroke={paper.grid}
      />
      <AxisText x={x} y={10} anchor="middle" text={text} />
    </>
  );
}

function Term(props: { readonly item: RadarItem; readonly scale: Scale; readonly width: number }) {
  const { item, scale, width } = props;
  const from = item.startsOn === null ? 0 : scale(item.startsOn);
  const until = item.endsOn === null ? width : scale(item.endsOn);
  const extended = item.extendedTo === null ? until : scale(item.extendedTo);
  const kind = item.kind === 'BLOCK' ? 'block' : 'framework';
  return (
    <>
      <rect
        className={`radar-term radar-term--${kind}`}
        x={from}
        width={Math.max(2, until - from)}
        height={bar}
        rx={3}
        fill={item.kind === 'BLOCK' ? '#F46A25' : paper.accent}
        fillOpacity={0.35}
      />
      {extended > until && (
        <rect
          className={`radar-extension radar-term--${kind}`}
          x={until}
          y={1}
          width={extended - until}
          height={bar - 2}
          fill="none"
          stroke={paper.other}
          strokeDasharray="4 3"
        />
      )}
      {item.dates.map(({ kind: due, on }) => (
        <g key={`${due} ${on}`} transform={`translate(${scale(on)} ${bar / 2})`}>
          <circle
            className="chart-mark chart-mark--chosen"
            r={9}
            fill={paper.ground}
            stroke={paper.accent}
            strokeWidth={1.5}
          />
          <text
            className="chart-text"
            dy="0.35em"
            textAnchor="middle"
            fontSize={12}
            fontWeight={700}
            fill={paper.text}
          >
            {dateLetter[due]}
          </text>
        </g>
      ))}
    </>
  );
}
