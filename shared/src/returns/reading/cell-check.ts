import { dataSymbols } from '../../indicators/symbols.ts';
import type { ReturnColumn } from '../column.ts';
import { withoutApostrophe } from '../formula-like.ts';
import { symbolOf } from '../symbol-spellings.ts';
import { holdsChildNumber } from './child-numbers.ts';
import { folded } from './header.ts';
import type { ReadingContext } from './reading-context.ts';
import type { RuleId } from './rules.ts';
import { serialDay } from './serial-day.ts';
import { uncalculated } from './uncalculated.ts';

/** What is wrong, or worth knowing, about a text wherever it stands in a column. */
export interface Finding {
  readonly rule: RuleId;
  /** The end of the sentence “*column* …”, without its full stop. */
  readonly says: string;
}

/** A cell's canonical text, null where it has none, and what was found. */
export interface CellCheck {
  readonly text: string | null;
  readonly finding: Finding | null;
}

const ruleOfKind = {
  authority: 'returns/authority-code',
  period: 'returns/month',
  code: 'returns/code-list',
  count: 'returns/whole-number',
  money: 'returns/money',
  day: 'returns/day',
  urn: 'returns/urn',
  reference: 'returns/reference',
  text: 'returns/text',
} as const satisfies Record<ReturnColumn['kind'], RuleId>;

const fine = (text: string): CellCheck => ({ text, finding: null });
const noted = (text: string, rule: RuleId, says: string): CellCheck => ({
  text,
  finding: { rule, says },
});
const wrong = (rule: RuleId, says: string): CellCheck => ({ text: null, finding: { rule, says } });

/** Characters that nobody sees, and the apostrophe by which a spreadsheet is told that a cell is text. */
const visible = (raw: string) =>
  withoutApostrophe(raw.replaceAll(/[\u200b\u2060\ufeff]/g, '')).trim();

/** Checks the cells of one column. What it finds depends on the text alone, so equal texts need be checked once. */
export function cellChecker(
  column: ReturnColumn,
  context: ReadingContext,
): (raw: string) => CellCheck {
  const judge = judges[column.kind];
  return (raw) => {
    const failed = failedFormula(raw);
    if (failed) return failed;
    const text = visible(raw);
    const asWritten = judge.prepare?.(text, context) ?? text;
    const reading = column.read(asWritten);
    if ('problem' in reading) {
      return wrong(text === '' ? 'returns/blank-cell' : ruleOfKind[column.kind], reading.problem);
    }
    return judge.judge?.(reading.text, { text, asWritten, context }) ?? fine(reading.text);
  };
}

/** What Excel shows where a formula failed. */
const excelError = /^#(REF|N\/A|DIV\/0|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]?$/;

function failedFormula(raw: string): CellCheck | null {
  if (raw === uncalculated) {
    return wrong('returns/formula-without-result', 'holds a formula that was never calculated');
  }
  return excelError.test(raw) ? wrong('returns/formula-error', `shows ${raw}`) : null;
}

interface Judge {
  /** Another way of writing the same, before the column reads it. */
  prepare?(text: string, context: ReadingContext): string;
  /** What is to be said about a canonical text; null where nothing is. */
  judge?(
    canonical: string,
    given: { readonly text: string; readonly asWritten: string; readonly context: ReadingContext },
  ): CellCheck | null;
}

const measure: Judge = {
  judge: (symbol, { text }) =>
    symbolOf(text) && !(dataSymbols as readonly string[]).includes(text.toLowerCase())
      ? noted(symbol, 'returns/symbol-read', `says “${text}”, which is read as ${symbol}`)
      : null,
};

const dayOf = (text: string) => serialDay(text) ?? text;

const day: Judge = {
  prepare: dayOf,
  judge: (canonical, { text, asWritten }) =>
    asWritten === text
      ? null
      : noted(canonical, 'returns/serial-day', `says ${text}, which is read as ${canonical}`),
};

const authority: Judge = {
  prepare: (text, { authority: { code, dfeCode, name } }) =>
    folded(text) === folded(name) || text === dfeCode ? code : text,
  judge: (code, { context }) =>
    code === context.authority.code
      ? null
      : wrong(
          'returns/other-authority',
          `is ${code}, but this return is for ${context.authority.name} (${context.authority.code})`,
        ),
};

const period: Judge = {
  prepare: dayOf,
  judge: (month, { context }) => {
    if (month > context.today.slice(0, 7)) {
      return wrong('returns/future-month', `is ${month}, a month that has not begun`);
    }
    return month === context.period
      ? null
      : wrong('returns/other-month', `is ${month}, but this return is for ${context.period}`);
  },
};

const identifier = wrong(
  'returns/child-number',
  'holds what looks like a child’s pupil or NHS number',
);

const reference: Judge = { judge: (text) => (holdsChildNumber(text) ? identifier : null) };

/** A number of people from 1 to 9, in digits: as words such numbers are in the names of providers. */
const smallNumber =
  /\b[1-9] (?:\p{L}+ ){0,2}(child|children|boys?|girls?|siblings?|young people|young person|bab(y|ies))\b/iu;

const text: Judge = {
  judge: (canonical) => {
    if (holdsChildNumber(canonical)) return identifier;
    const small = smallNumber.exec(canonical);
    return small
      ? noted(canonical, 'returns/number-in-text', `tells a small number of people (“${small[0]}”)`)
      : null;
  },
};

const judges: Readonly<Record<ReturnColumn['kind'], Judge>> = {
  authority,
  period,
  code: {},
  count: measure,
  money: measure,
  day,
  urn: {},
  reference,
  text,
};
