import type { Rule } from './rule.ts';

/** What is checked of rows and cells. */
export const cellRules = {
  'returns/too-many-cells': {
    severity: 'ERROR',
    title: 'More cells than headings',
    checks: 'A row has no more cells than the header has headings.',
    mend: 'Look for a comma inside a number or text of that row: such a cell must stand in quotation marks.',
  },
  'returns/header-again': {
    severity: 'NOTE',
    title: 'The header again',
    checks: 'A header that is repeated further down is left out.',
    mend: 'Nothing needs to be done.',
  },
  'returns/example-row': {
    severity: 'NOTE',
    title: 'The template’s example',
    checks: 'The example row of the template is left out.',
    mend: 'Nothing needs to be done.',
  },
  'returns/blank-cell': {
    severity: 'ERROR',
    title: 'A blank cell',
    checks: 'Cells are filled. A blank is never read as zero.',
    mend: 'Fill the cell: 0 if there are none, x if it is not known, z if it does not apply, c if it is confidential.',
  },
  'returns/authority-code': {
    severity: 'ERROR',
    title: 'No authority code',
    checks: 'The authority is given by its GSS code.',
    mend: 'Write the GSS code.',
  },
  'returns/other-authority': {
    severity: 'ERROR',
    title: 'Another authority’s code',
    checks: 'Every row is about the authority that the return is for.',
    mend: 'Take the row out, or send it with that authority’s own return.',
  },
  'returns/month': {
    severity: 'ERROR',
    title: 'No month',
    checks: 'The month can be read.',
    mend: 'Write the month as 2026-09 or September 2026.',
  },
  'returns/other-month': {
    severity: 'ERROR',
    title: 'Another month',
    checks: 'Every row is about the month that the return is for.',
    mend: 'Correct the month, or send the row with that month’s return.',
  },
  'returns/future-month': {
    severity: 'ERROR',
    title: 'A month in the future',
    checks: 'No row is about a month that has not begun.',
    mend: 'Correct the month.',
  },
  'returns/code-list': {
    severity: 'ERROR',
    title: 'Not a code of the list',
    checks: 'A coded cell holds a code of its list, or the code’s label.',
    mend: 'Choose one of the codes that the template’s drop-down shows.',
  },
  'returns/whole-number': {
    severity: 'ERROR',
    title: 'Not a whole number',
    checks: 'A count is a whole number from 0 up, or one of the symbols c, x, z, k and u.',
    mend: 'Write the number in digits.',
  },
  'returns/money': {
    severity: 'ERROR',
    title: 'Not an amount',
    checks: 'An amount is pounds and pence from 0 up, or one of the symbols c, x, z, k and u.',
    mend: 'Write the amount in digits, for example 1234.50.',
  },
  'returns/day': {
    severity: 'ERROR',
    title: 'Not a day',
    checks: 'A day can be read, day before month.',
    mend: 'Write the day as 30/09/2026.',
  },
  'returns/urn': {
    severity: 'ERROR',
    title: 'Not an Ofsted URN',
    checks: 'A URN is SC and six digits, or seven digits.',
    mend: 'Copy the URN from Ofsted’s register.',
  },
  'returns/reference': {
    severity: 'ERROR',
    title: 'Not a reference',
    checks: 'A reference is short and names nobody.',
    mend: 'Use the number your own system gives it.',
  },
  'returns/text': {
    severity: 'ERROR',
    title: 'Text too long or unreadable',
    checks: 'A text is plain and has at most 200 characters.',
    mend: 'Shorten it.',
  },
  'returns/row-rule': {
    severity: 'ERROR',
    title: 'Cells that contradict each other',
    checks: 'The cells of a row agree with each other, as the table’s description says.',
    mend: 'Correct the cell that is wrong.',
  },
  'returns/symbol-read': {
    severity: 'NOTE',
    title: 'Read as a symbol',
    checks: 'Other signs for “no number” are read as the symbol that they mean.',
    mend: 'If something else was meant, write c, x, z, k, u or a number.',
  },
  'returns/serial-day': {
    severity: 'NOTE',
    title: 'Excel’s number of a day',
    checks: 'A day that came as Excel’s own number is read as the day.',
    mend: 'If something else was meant, write the day as 30/09/2026.',
  },
  'returns/formula-read': {
    severity: 'NOTE',
    title: 'Formulas read by their result',
    checks: 'Of a cell with a formula the saved result is read.',
    mend: 'Nothing needs to be done.',
  },
  'returns/formula-without-result': {
    severity: 'ERROR',
    title: 'A formula without a result',
    checks: 'A cell with a formula has a saved result.',
    mend: 'Open the file in Excel, let it calculate, save it and send it again; or write the number itself.',
  },
  'returns/formula-error': {
    severity: 'ERROR',
    title: 'A formula that failed',
    checks: 'No cell shows an error of Excel, such as #REF! or #N/A.',
    mend: 'Correct the formula, or write the number itself, or x if it is not known.',
  },
  'returns/number-in-text': {
    severity: 'QUERY',
    title: 'A small number in a text',
    checks:
      'A text does not tell a small number of children that a symbol or a rounding would hide.',
    mend: 'Leave the number out of the text.',
  },
  'returns/more-of-the-same': {
    severity: 'NOTE',
    title: 'More of the same',
    checks: 'Of one kind of problem the first 1,000 are listed.',
    mend: 'Mend those listed and send the file again: the others are often of one cause.',
  },
} as const satisfies Record<`returns/${string}`, Rule>;
