import { holdsPupilNumber } from './child-numbers.ts';
import { folded, withoutBrackets } from './header.ts';

const child =
  '(cla|lac|childs?|childrens?|youngpersons?|yps?|pupils?|students?|learners?|persons?)';

/** Headings, folded, that identify a child by themselves, in the spellings of SSDA903, the censuses and case systems. */
const identifying = [
  /^childs?(id|ids|identifier|uniqueid|ref|reference|no|number|code|name|initials|postcode)$/,
  /^(id|identifier|name|initials|number)ofchild$/,
  /^(cla|lac|mosaic|liquidlogic|lcs|eclipse|azeus|client|person|pupil|lachild|youngperson|yp)(id|ref|reference|no|number|identifier)$/,
  new RegExp(`^(former|previous|current)?${child}?upn(number|no|code)?$`),
  /^(former)?unique(pupil|learner)(number|no|id)$/,
  /^uln$/,
  /^nhs(id|no|number)?$/,
  new RegExp(`^(${child}|mothers?child|mc)?(dob|dateofbirth|birthdate|birthday)(dob|child)?$`),
  new RegExp(
    `^${child}?(forenames?|firstnames?|givennames?|surname|lastname|familyname|fullname)$`,
  ),
  /^(youngpersons?|yps?|pupils?)(name|initials|address|postcode)$/,
  /^(home|pl|placement)post(code)?$/,
];

/** What stands beside `CHILD` in the files of SSDA903, one or other of them in every file. */
const besideChild = ['decom', 'dob', 'sex', 'upn', 'rne'];

/** Longer texts are no headings. Unit: characters. */
const longestHeading = 300;

/** What a cell says if it is a heading: whole, without its brackets, and what stands in them. None has a digit. */
function headingsIn(cell: string): string[] {
  if (cell.length > longestHeading) return [];
  const parts = /[([]/.test(cell)
    ? [cell, withoutBrackets(cell), ...(cell.match(/(?<=[([])[^)\]]+/g) ?? [])]
    : [cell];
  return parts.filter((part) => !/\d/.test(part)).map(folded);
}

const identifies = (cell: string) =>
  headingsIn(cell).some((heading) => identifying.some((spelling) => spelling.test(heading)));

const isChild = (cell: string) => headingsIn(cell).includes('child');

/** True for a cell that names a column about single children, or holds a pupil number: in a row that is no good row. */
export const tellsOfChild = (cell: string): boolean => holdsPupilNumber(cell) || identifies(cell);

/** Headings of a header that identify children, whatever their spelling. Empty where there are none. */
export const childHeadings = (headings: readonly string[]): string[] =>
  headings.filter((heading) => isChild(heading) || identifies(heading));

/**
 * Headings that identify children in a line that is no table’s header, as far down as it may stand.
 *
 * `CHILD` alone counts beside another column of SSDA903 only: it may be the code of a reason.
 */
export function childHeadingsIn(cells: readonly string[]): string[] {
  return [...headingsAmong(cells), ...cells.flatMap(headingsWithin)];
}

/** A whole line in one cell, as where a file is of two delimiters: one such word alone may be part of a sentence. */
function headingsWithin(cell: string): string[] {
  if (!/[,;\t|]/.test(cell)) return [];
  const found = headingsAmong(cell.split(/[,;\t|]/));
  return found.length > 1 || found.some(isChild) ? found : [];
}

function headingsAmong(cells: readonly string[]): string[] {
  if (cells.filter((cell) => cell.trim() !== '').length < 2) return [];
  const isBeside = () =>
    cells.some((cell) => headingsIn(cell).some((heading) => besideChild.includes(heading)));
  return cells.filter((cell) => identifies(cell) || (isChild(cell) && isBeside()));
}

/** Cells that are remembered, and how long they may be: the same words come again and again. */
const [mostRemembered, longestRemembered] = [20_000, 60];

/** As `childHeadingsIn`, for line after line of one sheet. */
export function childHeadingFinder(): (cells: readonly string[]) => string[] {
  const harmless = new Set<string>();
  return (cells) => {
    const others = cells.filter((cell) => !harmless.has(cell));
    if (others.length === 0) return [];
    for (const cell of others) {
      const isShort = cell.length <= longestRemembered && harmless.size < mostRemembered;
      if (isShort && childHeadings([cell]).length === 0 && headingsWithin(cell).length === 0) {
        harmless.add(cell);
      }
    }
    return childHeadingsIn(cells);
  };
}
