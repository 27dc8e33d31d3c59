import { holdsPupilNumber } from './child-numbers.ts';
import { folded } from './header.ts';

/** Headings, folded, that identify a child by themselves, in the spellings of SSDA903, the censuses and case systems. */
const identifying = [
  /^childs?(id|ids|identifier|uniqueid|ref|reference|no|number|code|name|initials|postcode)$/,
  /^(id|identifier|name|initials|number)ofchild$/,
  /^(cla|lac|mosaic|liquidlogic|lcs|eclipse|azeus|client|person|pupil|lachild)(id|ref|reference|no|number|identifier)$/,
  /^(former|previous|current)?upn(number)?$/,
  /^(former)?unique(pupil|learner)(number|no|id)$/,
  /^uln$/,
  /^nhs(id|no|number)?$/,
  /^(child|childs|mothers?child|mc)?(dob|dateofbirth|birthdate|birthday|dobchild)$/,
  /^(child|childs)?(forenames?|firstnames?|givennames?|surname|lastname|familyname|fullname)$/,
  /^(home|pl|placement)post(code)?$/,
];

/** True for a cell that names a column about single children, or holds a pupil number: in a row that is no good row. */
export const tellsOfChild = (cell: string): boolean =>
  holdsPupilNumber(cell) || identifies(folded(cell));

const identifies = (heading: string) => identifying.some((spelling) => spelling.test(heading));

/** Headings of a header that identify children, whatever their spelling. Empty where there are none. */
export function childHeadings(headings: readonly string[]): string[] {
  return headings.filter((heading) => {
    const name = folded(heading);
    return name === 'child' || identifies(name);
  });
}

/**
 * Headings that identify children in the first lines of a sheet that has no header of a table.
 *
 * `CHILD` alone counts in the first line only: further down it may be the code of a reason.
 */
export function childHeadingsAnywhere(lines: readonly (readonly string[])[]): string[] {
  const filled = lines.filter((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  const first = childHeadings(filled[0] ?? []);
  return first.length > 0
    ? first
    : filled.flatMap((cells) => cells.filter((cell) => identifies(folded(cell))));
}
