import type { Rule } from './rule.ts';

/** What is checked of a file before its tables are read. */
export const fileRules = {
  'returns/not-a-table-file': {
    severity: 'ERROR',
    title: 'Neither CSV nor XLSX',
    checks: 'A file is CSV or XLSX, whatever its name says.',
    mend: 'Open it in the program it came from and save it as “Excel workbook (.xlsx)” or “CSV UTF-8”.',
  },
  'returns/empty-file': {
    severity: 'ERROR',
    title: 'Empty file',
    checks: 'A file has something in it.',
    mend: 'Send the file again. If there is nothing to report, send a nil return instead.',
  },
  'returns/too-large': {
    severity: 'ERROR',
    title: 'File too large',
    checks: 'A file has at most 100 MB.',
    mend: 'Remove sheets, pictures and columns that are not part of the return, or save it as CSV.',
  },
  'returns/cut-off': {
    severity: 'ERROR',
    title: 'File cut off',
    checks: 'A file is complete: it does not end in the middle of a row, a cell or a workbook.',
    mend: 'Send the file again. If it happens twice, open it, save it under another name and send that.',
  },
  'returns/damaged': {
    severity: 'ERROR',
    title: 'Damaged workbook',
    checks: 'A workbook can be opened.',
    mend: 'Open it in Excel, let Excel repair it, save it under another name and send that.',
  },
  'returns/password': {
    severity: 'ERROR',
    title: 'Protected by a password',
    checks: 'A workbook opens without a password.',
    mend: 'In Excel choose File, Info, Protect Workbook, Encrypt with Password, clear the password, and save.',
  },
  'returns/macros': {
    severity: 'ERROR',
    title: 'Workbook with macros',
    checks: 'A workbook holds no macros.',
    mend: 'Save it as “Excel workbook (.xlsx)”, without macros, and send that.',
  },
  'returns/expands-too-much': {
    severity: 'ERROR',
    title: 'Expands too much',
    checks: 'A workbook does not expand to more than 200 MB, nor to more than 200 times its size.',
    mend: 'Copy the tables into the template and send that, or save each as CSV, which may have up to 100 MB.',
  },
  'returns/child-level': {
    severity: 'ERROR',
    title: 'Columns about single children',
    checks:
      'No column identifies a child: no child’s number, name, date of birth, pupil or NHS number, or postcode.',
    mend: 'Send counts, never children. SSDA903 files can be counted on this site inside your browser: no row about a child leaves it.',
  },
  'returns/child-number': {
    severity: 'ERROR',
    title: 'A child’s number',
    checks: 'No text or reference holds a unique pupil number or an NHS number.',
    mend: 'Take it out, there and wherever else one stands. Use references that identify nobody.',
  },
  'returns/too-many-columns': {
    severity: 'ERROR',
    title: 'Too many columns',
    checks: 'A sheet has at most 100 columns, and a row of a CSV file at most 1,000 cells.',
    mend: 'Copy the columns of the table into the template and send that.',
  },
  'returns/cell-too-long': {
    severity: 'ERROR',
    title: 'A cell too long',
    checks:
      'A cell holds at most 32,767 characters, as in Excel; a quotation mark that is opened is closed.',
    mend: 'Look for a quotation mark (") that is not closed, or a cell that holds a whole document, and save again.',
  },
  'returns/unreadable-letters': {
    severity: 'QUERY',
    title: 'Letters that cannot be read',
    checks: 'The letters of a CSV file are of one encoding, best UTF-8.',
    mend: 'Save the file as “CSV UTF-8”.',
  },
} as const satisfies Record<`returns/${string}`, Rule>;
