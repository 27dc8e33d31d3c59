import type { DataSymbol } from './symbols.ts';

/** A figure as a person reads it: `88`, `£1,310`, `81%`, or its symbol. */
export function figureText(figure: {
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  readonly unit: string;
  readonly decimals: number;
}): string {
  if (figure.value === null) return figure.symbol ?? 'x';
  const number = numberFormat(figure.decimals).format(figure.value);
  if (figure.unit.startsWith('GBP'))
    return figure.value < 0 ? `−£${number.slice(1)}` : `£${number}`;
  return figure.unit === 'percent' ? `${number}%` : number;
}

const formats = new Map<number, Intl.NumberFormat>();

/** Thousands separated by commas, a fixed number of decimals. */
function numberFormat(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known) return known;
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(decimals, format);
  return format;
}
