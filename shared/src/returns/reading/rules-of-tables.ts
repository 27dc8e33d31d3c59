import type { Rule } from './rule.ts';

/** What is checked of sheets, headers and whole tables. */
export const tableRules = {
  'returns/no-table': {
    severity: 'ERROR',
    title: 'No table found',
    checks:
      'A file holds at least one of the format’s tables; nothing is kept of one that does not.',
    mend: 'Compare the headings with the template’s. They are looked for in the first 40 lines of each sheet; in CSV, commas, semicolons, tabs or bars separate cells.',
  },
  'returns/missing-column': {
    severity: 'ERROR',
    title: 'A column is missing',
    checks: 'Every column of a table is there, under its name, its title or an alias.',
    mend: 'Add the column, or give it the heading that the template has. A heading that is merged over several columns counts for the first of them.',
  },
  'returns/double-header': {
    severity: 'ERROR',
    title: 'Two columns of one name',
    checks: 'Each column of a table is there once.',
    mend: 'Delete or rename the column that is not meant.',
  },
  'returns/unknown-column': {
    severity: 'NOTE',
    title: 'A column that is not read',
    checks: 'Columns the format does not have are left out.',
    mend: 'Nothing needs to be done. If it should have been read, give it the heading that the template has.',
  },
  'returns/sheet-not-read': {
    severity: 'NOTE',
    title: 'A sheet that is not read',
    checks: 'Sheets that are no table of the format are left out.',
    mend: 'Nothing needs to be done. If it should have been read, compare its headings with the template’s.',
  },
  'returns/published-file': {
    severity: 'NOTE',
    title: 'A published file',
    checks:
      'Of a published file about many authorities, what is about the authority and the month of the return is read.',
    mend: 'Nothing needs to be done. If something should have been read that was left out, send it in the template.',
  },
  'returns/table-twice': {
    severity: 'ERROR',
    title: 'A table twice',
    checks: 'Each table is in one sheet.',
    mend: 'Put all rows of the table into one sheet.',
  },
  'returns/table-missing': {
    severity: 'QUERY',
    title: 'Tables are missing',
    checks: 'A return has all tables of its format.',
    mend: 'Add the sheets from the template, or say why these tables cannot be sent.',
  },
  'returns/no-rows': {
    severity: 'QUERY',
    title: 'A table without rows',
    checks: 'A table has rows.',
    mend: 'Write the rows, with 0 where there are none. If there is nothing to report at all, send a nil return.',
  },
  'returns/duplicate-row': {
    severity: 'ERROR',
    title: 'A row twice',
    checks: 'No two rows of a table have the same key.',
    mend: 'Keep one of the two rows and delete the other: with both numbers added up, if both are right. If one is about something else, correct what it is about.',
  },
  'returns/missing-rows': {
    severity: 'QUERY',
    title: 'Rows are missing',
    checks: 'A table of counts has a row for every code, or every pair of codes, zeros included.',
    mend: 'Add the rows: 0 if there are none, x if it is not known, z if it does not apply.',
  },
  'returns/total-differs': {
    severity: 'ERROR',
    title: 'A total is not the sum of its parts',
    checks: 'A TOTAL row is the sum of the rows it stands for, where all of them are numbers.',
    mend: 'Correct the total or its parts.',
  },
  'returns/breakdowns-differ': {
    severity: 'ERROR',
    title: 'Two breakdowns of one total differ',
    checks: 'Tables that break one number down in different ways add up to the same.',
    mend: 'Correct the table that is wrong. Children whose characteristic is not known still count: use the code for that.',
  },
  'returns/beds-differ': {
    severity: 'QUERY',
    title: 'Homes and bed states differ',
    checks:
      'Each home has a bed state, of as many beds as it has usable ones, and each bed state is of a home that is listed.',
    mend: 'Correct the usable beds or the bed state, or add the home or the state that is missing.',
  },
  'returns/hidden-alone': {
    severity: 'QUERY',
    title: 'Confidential, but easily worked out',
    checks:
      'No cell is confidential by itself while the total and all other parts of it are numbers.',
    mend: 'Write c in a second cell too, or in the total. If it need not be confidential, write the number.',
  },
  'returns/large-change': {
    severity: 'QUERY',
    title: 'A large change',
    checks: 'A figure is not far from what the return before it said.',
    mend: 'Check it. If it is right, say in a sentence what happened.',
  },
  'returns/stock-differs': {
    severity: 'QUERY',
    title: 'Does not follow from the month before',
    checks:
      'A number at month end is that of the month before, with those who came and without those who left.',
    mend: 'Correct the number, or those who came or left. If it is right, say what was corrected since.',
  },
  'returns/all-unchanged': {
    severity: 'QUERY',
    title: 'Nothing changed',
    checks: 'A return is not the one before it under a new month.',
    mend: 'Check that this is the right file. If nothing changed, say so, or send a no-change return.',
  },
  'returns/figure-gone': {
    severity: 'QUERY',
    title: 'A figure is gone',
    checks: 'A figure that the return before had is there again.',
    mend: 'Add it, or say why it is no longer known.',
  },
  'returns/far-from-published': {
    severity: 'QUERY',
    title: 'Far from the published figure',
    checks: 'A figure is not far from what national statistics last published for the authority.',
    mend: 'Check what is counted and whether the unit is right. If it is right, say why it differs.',
  },
} as const satisfies Record<`returns/${string}`, Rule>;
