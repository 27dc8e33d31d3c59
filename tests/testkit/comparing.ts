import type { Answer, TestApp } from './app.ts';
import { refusalOf } from './requests.ts';

/** Everything the API tells of a comparison. */
export const COMPARE = `query Compare($input: ComparisonInput!) {
  comparison(input: $input) {
    periods
    rows {
      indicator { key }
      comparable { comparable warnings }
      cells {
        subject code of period rank direction
        figure {
          value symbol text unit numerator denominator status synthetic why
          provenance { source vintage formula recordedAt }
        }
      }
      columns { subjects codes periods values symbols synthetic }
    }
  }
}`;

export interface ComparedCell {
  readonly subject: string;
  readonly code: string | null;
  readonly of: string | null;
  readonly period: string;
  readonly rank: number | null;
  readonly direction: string;
  readonly figure: {
    readonly value: number | null;
    readonly symbol: string | null;
    readonly text: string;
    readonly unit: string;
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly status: string;
    readonly synthetic: boolean;
    readonly why: string;
    readonly provenance: {
      readonly source: string;
      readonly vintage: string | null;
      readonly formula: string | null;
      readonly recordedAt: string | null;
    };
  };
}

interface Compared {
  readonly comparison: {
    readonly periods: readonly string[];
    readonly rows: readonly {
      readonly indicator: { readonly key: string };
      readonly comparable: { readonly comparable: boolean; readonly warnings: readonly string[] };
      readonly cells: readonly ComparedCell[];
      readonly columns: {
        readonly subjects: readonly string[];
        readonly codes: readonly (string | null)[];
        readonly periods: readonly string[];
        readonly values: readonly (number | null)[];
        readonly symbols: readonly (string | null)[];
        readonly synthetic: boolean;
      };
    }[];
  };
}

/** What is compared: `d2n2` and the only indicator's latest period unless said otherwise. */
export interface Asked {
  readonly consortium?: string;
  readonly indicators: readonly unknown[];
  readonly [further: string]: unknown;
}

/** The API's own answer to a comparison. */
const compare = (app: TestApp, account: string, asked: Asked): Promise<Answer<Compared>> =>
  app.as<Compared>(account, COMPARE, { input: { consortium: 'd2n2', ...asked } });

/** How a comparison was refused, as `CODE: sentence`. */
export const refusalOfComparison = async (
  app: TestApp,
  account: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<string> =>
  refusalOf(
    await app.as(account, COMPARE, {
      input: { consortium: 'd2n2', indicators: ['cla-rate'], ...asked },
    }),
  );

/** A comparison that must not be refused. */
export async function comparison(
  app: TestApp,
  account: string,
  asked: Asked,
): Promise<Compared['comparison']> {
  const answer = await compare(app, account, asked);
  if (!answer.data || answer.errors) throw new Error(refusalOf(answer));
  return answer.data.comparison;
}

/** The only row of a comparison of one indicator. */
export async function rowOf(app: TestApp, account: string, asked: Asked) {
  const { rows } = await comparison(app, account, asked);
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error(`There are ${rows.length} rows.`);
  return row;
}

const nameOf = ({ subject, of, period }: ComparedCell): string =>
  `${of === null ? subject : `${subject} of ${of}`} ${period}`;

/** Something of every cell of a comparison of one indicator, by subject and period: `Derby 2025`. */
function eachCell<Value>(
  cells: readonly ComparedCell[],
  value: (cell: ComparedCell) => Value,
): Record<string, Value> {
  return Object.fromEntries(cells.map((cell) => [nameOf(cell), value(cell)]));
}

/** Figures as a person reads them: `{ 'Derby 2025': '88' }`. */
export const texts = async (app: TestApp, account: string, asked: Asked) =>
  eachCell((await rowOf(app, account, asked)).cells, ({ figure }) => figure.text);

/** Values as numbers: `{ 'Derby 2025': 88 }`. */
export const values = async (app: TestApp, account: string, asked: Asked) =>
  eachCell((await rowOf(app, account, asked)).cells, ({ figure }) => figure.value);

/** Why each figure may be seen, or why there is none. */
export const reasons = async (app: TestApp, account: string, asked: Asked) =>
  eachCell((await rowOf(app, account, asked)).cells, ({ figure }) => figure.why);

/** Ranks of authorities. */
export const ranks = async (app: TestApp, account: string, asked: Asked) =>
  eachCell((await rowOf(app, account, asked)).cells, ({ rank }) => rank);

/** Directions against the period before. */
export const directions = async (app: TestApp, account: string, asked: Asked) =>
  eachCell((await rowOf(app, account, asked)).cells, ({ direction }) => direction);

/** One cell of a comparison of one indicator: by subject, or by the authority a comparator belongs to. */
export async function cell(
  app: TestApp,
  account: string,
  asked: Asked,
  subject: string,
): Promise<ComparedCell> {
  const { cells } = await rowOf(app, account, asked);
  const found = cells.filter((one) => one.subject === subject);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`There are ${found.length} cells of ${subject}.`);
  return only;
}
