import { AxisText } from './AxisText.tsx';
import type { CalendarDay, CalendarMonth } from './calendar-days.ts';
import { calendarMonths, shadeStarts } from './calendar-days.ts';
import { paper, shadeColours, textColours } from './chart-palette.ts';
import { textWidth } from './chart-text.ts';

/** Unit: pixels. */
const title = 22;
const legendLine = 26;

/** Sizes with which two months stand side by side on a phone. Unit: pixels. */
const sizesOf = (width: number) => (width < 330 ? { cell: 18, gap: 12 } : { cell: 20, gap: 20 });

/** Days as the calendar on a wall has them, each in the shade of its value and with the value in it. */
export function CalendarPlot(props: {
  readonly days: readonly CalendarDay[];
  readonly width: number;
  /** A month, 2026-03, as a person reads it. */
  readonly monthName: (month: string) => string;
  /** What resting on a day shows. */
  readonly titleOf: (day: CalendarDay) => string;
  /** A value with its unit, for the legend. */
  readonly format: (value: number) => string;
}) {
  const { days, width, format } = props;
  const months = calendarMonths(days);
  const { cell, gap } = sizesOf(width);
  const [monthWidth, monthHeight] = [7 * cell, title + 6 * cell];
  const columns = Math.max(1, Math.min(7, Math.floor((width + gap) / (monthWidth + gap))));
  const known = days.flatMap(({ value }) => (value === null ? [] : [value]));
  const starts = shadeStarts(known.length > 0 ? known : [0]);
  const shadeOf = (value: number) => starts.findLastIndex((start) => value >= start);
  const down = Math.ceil(months.length / columns) * (monthHeight + gap);
  const texts = starts.map((start) => `from ${format(start)}`);
  const across = 28 + Math.max(...texts.map((text) => textWidth(text, 14)));
  const perLine = Math.max(1, Math.min(starts.length, Math.floor(width / across)));
  const height = down + Math.ceil(starts.length / perLine) * legendLine;

  return (
    <svg className="chart__picture" width={width} height={height} aria-hidden="true">
      {months.map((month, index) => (
        <g
          key={month.month}
          transform={`translate(${(index % columns) * (monthWidth + gap)} ${Math.floor(index / columns) * (monthHeight + gap)})`}
        >
          <AxisText x={0} y={10} anchor="start" text={props.monthName(month.month)} />
          <MonthDays month={month} cell={cell} shadeOf={shadeOf} titleOf={props.titleOf} />
        </g>
      ))}
      {texts.map((text, index) => (
        <g
          key={text}
          transform={`translate(${(index % perLine) * across} ${down + Math.floor(index / perLine) * legendLine})`}
        >
          <Shade x={0} y={0} cell={cell} shade={index} />
          <AxisText x={cell + 4} y={cell / 2} anchor="start" text={text} />
        </g>
      ))}
    </svg>
  );
}

function MonthDays(props: {
  readonly month: CalendarMonth;
  readonly cell: number;
  readonly shadeOf: (value: number) => number;
  readonly titleOf: (day: CalendarDay) => string;
}) {
  const { month, cell, shadeOf, titleOf } = props;
  return month.days.map((day) => {
    const shade = day.value === null ? null : shadeOf(day.value);
    const [x, y] = [day.column * cell, title + day.row * cell];
    return (
      <g key={day.day}>
        <title>{titleOf(day)}</title>
        <Shade x={x} y={y} cell={cell} shade={shade} />
        {day.value !== null && shade !== null && (
          <text
            className={`chart-shade-text chart-shade-text--${shade}`}
            x={x + cell / 2}
            y={y + cell / 2}
            dy="0.35em"
            textAnchor="middle"
            fontSize={day.value >= 99.5 ? 9 : 11}
            fill={textColours[shade]}
          >
            {Math.round(day.value)}
          </text>
        )}
      </g>
    );
  });
}

/** A day’s ground; an empty frame where nothing is known. */
function Shade(props: {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly shade: number | null;
}) {
  const { x, y, cell, shade } = props;
  return (
    <rect
      className={`chart-shade chart-shade--${shade ?? 'none'}`}
      x={x + 0.5}
      y={y + 0.5}
      width={cell - 1}
      height={cell - 1}
      fill={shade === null ? 'none' : shadeColours[shade]}
      stroke={shade === null ? paper.grid : 'none'}
    />
  );
}
