import type { Figure, Grid } from './grid.ts';
import { figuresAt, placesOf } from './grid.ts';
import type { Interval, Printed } from './interval.ts';
import { around, fits, ratioOf, summed } from './interval.ts';
import type { Outcome } from './outcome.ts';
import { outcome, together } from './outcome.ts';
import type { PrintedTable, ReconcileFinding } from './reconciliation.ts';
import { listed, numberText, quote, shortNumber } from './words.ts';

/** A row with one figure and words about it. */
interface Statement {
  readonly label: string;
  readonly figure: Figure;
  readonly words: string;
}

// Numbers and what stands between two of them are bounded: else a long cell is searched again from each of its digits.
const number = String.raw`(\d[\d,]{0,20}(?:\.\d{1,15})?)`;
const percent = String.raw`(\d{1,15}(?:\.\d{1,15})?)\s?%`;
const up = 'increase|rise|growth|up';
const down = 'decrease|fall|reduction|drop|down';

const growthOn = new RegExp(
  `${percent} (${up}|${down}) (?:on|from|over)(?: an?)?(?: baseline of)? ${number}\\b`,
  'iu',
);
const movedFrom = new RegExp(`\\b(up|down) from ${number}\\b[^;]{0,300}?: ${percent}`, 'iu');
const shareOf = new RegExp(`\\bof ${number}[;,] (?:stated )?${percent}`, 'iu');
const growthBetween = new RegExp(
  `(?:${percent} (${up}|${down})|(?:(${up}|${down}) of ${percent}))`,
  'iu',
);
const elsewhere =
  /\balso stated as (\d[^;]{0,300})|(\d[\d,.]{0,20}%?)(?: and \d[\d,.]{0,20}%?){0,20} stated elsewhere/iu;

const overall = new RegExp(
  `(?:(about|around|approximately|nearly) )?${percent}[^;]{0,300}\\boverall\\b`,
  'iu',
);

/** What words beside a figure claim of it: growth, shares, and other values for the same thing. */
export function checkStatements(table: PrintedTable, down: Grid): Outcome {
  const statements = statementsOf(table, down);
  return together([
    ...statements.map((one) => checkGrowth(one)),
    ...statements.map((one) => checkShare(one)),
    ...statements.map((one) => checkElsewhere(one)),
    ...statements.map((one, at) => checkPair(statements[at - 1], one)),
    ...statements.map((one, at) => checkOverall(statements.slice(0, at), one)),
  ]);
}

function statementsOf(table: PrintedTable, grid: Grid): Statement[] {
  const lists = grid.lists.map((_, list) => list);
  const columns = new Set(grid.lists.map(({ place }) => place - 1));
  return table.rows.flatMap((row, item) => {
    const figures = lists.flatMap((list) => figuresAt(grid, list, [item]));
    const [figure] = figures;
    const label = grid.items[item]?.label ?? '';
    const words = row.filter((text, at) => !columns.has(at) && /\d/u.test(text)).join('; ');
    return figure && figures.length === 1 ? [{ label, figure, words }] : [];
  });
}

const parsed = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/** A number as its digits round it. */
function printed(text: string | undefined): Printed & { readonly step: number } {
  const decimals = text?.split('.')[1]?.length ?? 0;
  return { value: parsed(text), slack: 10 ** -decimals / 2, step: 10 ** -decimals };
}

const exactly = (text: string | undefined): Printed => ({ value: parsed(text), slack: 0 });

const signOf = (direction: string | undefined): number =>
  new RegExp(`^(${down})$`, 'iu').test(direction ?? '') ? -1 : 1;

/** By how many per cent a figure changed; positive for the way it is said to have. */
function growthIn(before: Printed, after: Printed, sign: number): Interval | null {
  const ratio = ratioOf(after, before, 100);
  if (!ratio) return null;
  const ends = [(ratio.low - 100) * sign, (ratio.high - 100) * sign];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function checkGrowth({ label, figure, words }: Statement): Outcome {
  const on = growthOn.exec(words);
  const moved = movedFrom.exec(words);
  const [claim, direction, base] = on
    ? [on[1], on[2], on[3]]
    : [moved?.[3], moved?.[1], moved?.[2]];
  if (claim === undefined || figure.unit !== 'count') return outcome(0);
  const range = growthIn(exactly(base), figure, signOf(direction));
  if (!range || fits(printed(claim), range)) return outcome(1);
  const right = percentText(range, claim);
  return outcome(1, [
    findingOf('growth', 'error', [figure], {
      printed: `${claim}%`,
      expected: right,
      sentence: `${quote(label)} says ${figure.text} and calls it a change of ${claim}% on ${base}; from ${base} to ${figure.text} it is ${right}. ${claim}% on ${base} would be ${grown(base, claim, direction)}.`,
    }),
  ]);
}

const grown = (base: string | undefined, claim: string, direction: string | undefined): string =>
  shortNumber(Math.round(parsed(base) * (1 + (signOf(direction) * Number(claim)) / 100)));

function checkShare({ label, figure, words }: Statement): Outcome {
  const [, base, claim] = shareOf.exec(words) ?? [];
  const range = claim === undefined ? null : ratioOf(figure, exactly(base), 100);
  if (claim === undefined || !range || figure.unit !== 'count') return outcome(0);
  if (fits(printed(claim), range)) return outcome(1);
  const right = percentText(range, claim);
  return outcome(1, [
    findingOf('share', 'error', [figure], {
      printed: `${claim}%`,
      expected: right,
      sentence: `${quote(label)} calls ${figure.text} of ${base} ${claim}%; it is ${right}.`,
    }),
  ]);
}

/** Two statements of one thing, one after the other, that make the same claim of how it changed. */
function checkPair(before: Statement | undefined, after: Statement): Outcome {
  const [, first, firstWay, secondWay, second] = growthBetween.exec(after.words) ?? [];
  const claim = first ?? second;
  if (claim === undefined || before?.label !== after.label) return outcome(0);
  if (
    growthBetween.exec(before.words)?.slice(1).join() !==
    growthBetween.exec(after.words)?.slice(1).join()
  ) {
    return outcome(0);
  }
  const range = growthIn(before.figure, after.figure, signOf(firstWay ?? secondWay));
  if (!range || fits(printed(claim), range)) return outcome(1);
  const right = percentText(range, claim);
  return outcome(1, [
    findingOf('growth', 'error', [after.figure, before.figure], {
      printed: `${claim}%`,
      expected: right,
      sentence: `${quote(after.label)} is said to change by ${claim}%; from ${before.figure.text} to ${after.figure.text} it is ${right}.`,
    }),
  ]);
}

function checkElsewhere({ label, figure, words }: Statement): Outcome {
  const said = elsewhere.exec(words)?.[0];
  if (said === undefined || /\b(up|down) from\b/iu.test(said)) return outcome(0);
  const values = said.match(/\d[\d,]{0,20}(?:\.\d{1,15})?/gu) ?? [];
  const others = values.filter((value) => !fits(printed(value), around(figure)));
  if (others.length === 0) return outcome(1);
  return outcome(1, [
    findingOf('statement', 'query', [figure], {
      printed: figure.text,
      expected: null,
      sentence: `${quote(label)} is given as ${figure.text}, and elsewhere as ${others.join(' and ')}. Say which one holds, and for which day.`,
    }),
  ]);
}

/** Shares listed one after the other, and what they are said to make together. */
function checkOverall(before: readonly Statement[], last: Statement): Outcome {
  const [, about, claim] = overall.exec(last.words) ?? [];
  if (claim === undefined || last.figure.unit !== 'percent') return outcome(0);
  const start = firstWords(last.label);
  const other = before.findLastIndex(({ label }) => firstWords(label) !== start);
  const parts = [...before.slice(other + 1), last];
  const sum = summed(parts.map(({ figure }) => figure));
  const said = { value: Number(claim), slack: about === undefined ? printed(claim).slack : 2.5 };
  if (parts.length < 2 || fits(said, around(sum))) return outcome(parts.length < 2 ? 0 : 1);
  const names = listed(parts.map(({ label }) => label));
  const figures = parts.map(({ figure }) => figure).reverse();
  return outcome(1, [
    findingOf('statement', 'query', figures, {
      printed: `${claim}%`,
      expected: `${shortNumber(sum.value)}%`,
      sentence: `${names} make ${shortNumber(sum.value)}% together, but the paper says ${about === undefined ? '' : `${about} `}${claim}% overall. Ask what else is counted.`,
    }),
  ]);
}

const firstWords = (label: string): string => label.toLowerCase().split(' ').slice(0, 3).join(' ');

const percentText = ({ low, high }: Interval, like: string): string =>
  `${numberText((low + high) / 2, printed(like).step)}%`;

const findingOf = (
  rule: ReconcileFinding['rule'],
  severity: ReconcileFinding['severity'],
  figures: readonly Figure[],
  told: Pick<ReconcileFinding, 'printed' | 'expected' | 'sentence'>,
): ReconcileFinding => ({ rule, severity, cells: placesOf(figures), difference: null, ...told });
