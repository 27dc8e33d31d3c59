import { colourOf, paper } from './chart-palette.ts';
import { textWidth, wrapped } from './chart-text.ts';

const plotFontSize = 14;
const lineHeight = 16;

/** Names of rows in lines that fit, how wide they are, and how high a row must be. Unit: pixels. */
export function plotNames(names: readonly string[], width: number) {
  const lines = names.map((name) => wrapped(name, Math.min(width * 0.38, 230), plotFontSize));
  return {
    lines,
    left: 12 + Math.max(0, ...lines.flat().map((line) => textWidth(line, plotFontSize))),
    rowHeight: Math.max(30, ...lines.map((each) => each.length * lineHeight + 8)),
  };
}

/** The name of a row, to the left of where the picture begins. */
export function PlotName(props: {
  readonly lines: readonly string[];
  readonly kind: 'chosen' | 'other';
  readonly y: number;
  /** Where the name ends. */
  readonly x: number;
}) {
  const { lines, kind, x, y } = props;
  const isChosen = kind === 'chosen';
  return lines.map((line, index) => (
    <text
      key={line}
      className={`chart-text chart-text--${kind}`}
      x={x}
      y={y + (index - (lines.length - 1) / 2) * lineHeight}
      dy="0.33em"
      textAnchor="end"
      fontSize={plotFontSize}
      fontWeight={isChosen ? 700 : 400}
      fill={isChosen ? colourOf.chosen : paper.text}
    >
      {line}
    </text>
  ));
}

/** What is said of a row, where there is room for it beside the picture. */
export function PlotText(props: {
  readonly text: string;
  readonly kind: 'chosen' | 'other';
  readonly x: number;
  readonly y: number;
}) {
  const { text, kind, x, y } = props;
  return (
    <text
      className={`chart-text chart-text--${kind}`}
      x={x}
      y={y}
      dy="0.33em"
      textAnchor="end"
      fontSize={plotFontSize}
      fontWeight={kind === 'chosen' ? 700 : 400}
      fill={kind === 'chosen' ? colourOf.chosen : paper.text}
    >
      {text}
    </text>
  );
}

/** How much room words beside a picture take; on a phone they stand in its table alone. Unit: pixels. */
export const roomForTexts = (texts: readonly string[], width: number): number =>
  width < 480 ? 12 : 20 + Math.max(0, ...texts.map((text) => textWidth(text, plotFontSize)));
