import { AxisText } from '../../components/charts/AxisText.tsx';
import { paper } from '../../components/charts/chart-palette.ts';
import { textWidth } from '../../components/charts/chart-text.ts';
import type { JudgementPicture } from './judgement-picture.ts';
import { judgementShort } from './service-words.ts';

const fontSize = 14;
const rowHeight = 34;

/** Overall judgements over the years: a dot on the line of its judgement for each inspection, best on top. */
export function JudgementTimeline(props: {
  readonly picture: JudgementPicture;
  readonly width: number;
}) {
  const { picture, width } = props;
  const { scale, points, years } = picture;
  const left = 14 + Math.max(...scale.map((one) => textWidth(judgementShort(one), fontSize)));
  const across = Math.max(60, width - left - 26);
  const x = (along: number) => left + along * across;
  const y = (judgement: (typeof scale)[number]) => (scale.indexOf(judgement) + 0.5) * rowHeight;
  const down = scale.length * rowHeight;
  const every = Math.max(1, Math.ceil((years.length * 44) / across));

  return (
    <svg className="chart__picture" width={width} height={down + 28} aria-hidden="true">
      {scale.map((judgement) => (
        <g key={judgement}>
          <line
            className="chart-grid"
            x1={left}
            x2={left + across}
            y1={y(judgement)}
            y2={y(judgement)}
            stroke={paper.grid}
          />
          <text
            className="chart-text"
            x={left - 10}
            y={y(judgement)}
            dy="0.35em"
            textAnchor="end"
            fontSize={fontSize}
            fill={paper.text}
          >
            {judgementShort(judgement)}
          </text>
        </g>
      ))}
      {years.map(({ year, along }, index) => (
        <g key={year}>
          <line
            className="chart-grid"
            x1={x(along)}
            x2={x(along)}
            y1={0}
            y2={down}
            stroke={paper.grid}
          />
          {index % every === 0 && (
            <AxisText x={x(along)} y={down + 18} anchor="middle" text={String(year)} />
          )}
        </g>
      ))}
      {points.map(({ on, judgement, along }) => (
        <circle
          key={on}
          className="chart-mark chart-mark--dot chart-mark--chosen"
          cx={x(along)}
          cy={y(judgement)}
          r={6}
          fill={paper.accent}
          stroke={paper.accent}
        />
      ))}
    </svg>
  );
}
