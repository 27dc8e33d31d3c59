import { totalCode } from '../../code-lists/code-list.ts';

/** How rows of a published breakdown answer a table of the placements return. */
export interface EesAnswer {
  readonly table: string;
  /** What the breakdown is called, folded. */
  readonly group: RegExp;
  /** The codes of each item, by its folded label, in the order of the table’s breakdowns. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** What numbering, case, brackets and punctuation never change about a label. */
export const foldedLabel = (label: string): string =>
  label
    .replace(/^\d+\.\s*/, '')
    .replaceAll(/\(.*?\)/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');

const distance = 'children-by-distance';

const places = { placedinsidethelaboundary: 'IN', placedoutsidethelaboundary: 'OUT' } as const;
const bands = {
  '20milesorlessfromhome': 'UPTO20',
  morethan20milesfromhome: 'OVER20',
  distancenotknownornotrecorded: 'NK',
} as const;

const crossed = Object.fromEntries(
  Object.entries(places).flatMap(([place, location]) =>
    Object.entries(bands).map(([band, code]) => [`${place}${band}`, [location, code]]),
  ),
);

/**
 * Breakdowns of children looked after at 31 March that say what a table of the return asks.
 *
 * Breakdowns in coarser groups than the return’s codes answer only where a group is one code.
 *
 * @source Department for Education, Children looked after in England, local authority files of 2021 to 2025.
 */
export const eesAnswers: readonly EesAnswer[] = [
  {
    table: 'children-by-placement-type',
    group: /^placement$/,
    codes: {
      total: [totalCode],
      placedwithparentsorotherpersonwithparentalresponsibility: ['P1'],
      residentialschools: ['S1'],
    },
  },
  {
    table: 'children-by-placement-type',
    group: /^$/,
    codes: { childrenlookedafteron31marcheachyear: [totalCode] },
  },
  {
    table: 'children-by-provider-sector',
    group: /^place(ment)?providers?$/,
    codes: {
      total: [totalCode],
      parentsorotherpersonwithparentalresponsibility: ['PR0'],
      ownprovision: ['PR1'],
      otherlaprovision: ['PR2'],
      otherpublicprovision: ['PR3'],
      privateprovision: ['PR4'],
      voluntarythirdsectorprovision: ['PR5'],
      placementprovidernotreported: ['NK'],
    },
  },
  {
    table: distance,
    group: /^distancebetweenhomeandplacement$/,
    codes: {
      total: [totalCode, totalCode],
      placed20milesorlessfromhome: [totalCode, 'UPTO20'],
      placedmorethan20milesfromhome: [totalCode, 'OVER20'],
      distancenotknownornotrecorded: [totalCode, 'NK'],
    },
  },
  {
    table: distance,
    group: /^localityofplacement$/,
    codes: {
      total: [totalCode, totalCode],
      placedinsidethelocalauthorityboundary: ['IN', totalCode],
      placedoutsidethelocalauthorityboundary: ['OUT', totalCode],
    },
  },
  {
    table: distance,
    group: /^distancebetweenhomeandplacementandlocality/,
    codes: { total: [totalCode, totalCode], ...crossed },
  },
  {
    table: 'children-by-age',
    group: /^age(group|band)?$/,
    codes: {
      total: [totalCode],
      under1year: ['UNDER1'],
      '1to4years': ['1TO4'],
      '5to9years': ['5TO9'],
      '10to15years': ['10TO15'],
      '16yearsandover': ['16PLUS'],
    },
  },
  {
    table: 'children-by-gender',
    group: /^(gender|sex)$/,
    codes: { total: [totalCode], male: ['1'], boys: ['1'], female: ['2'], girls: ['2'] },
  },
  {
    table: 'children-by-ethnicity',
    group: /^ethnic(ity|group|origin)?$/,
    codes: {
      total: [totalCode],
      white: ['WHITE'],
      mixedormultipleethnicgroups: ['MIXED'],
      asianorasianbritish: ['ASIAN'],
      blackafricancaribbeanorblackbritish: ['BLACK'],
      blackorblackbritish: ['BLACK'],
      otherethnicgroup: ['OTHER'],
      otherethnicgroups: ['OTHER'],
    },
  },
  {
    table: 'children-by-legal-status',
    group: /^legalstatus$/,
    codes: {
      total: [totalCode],
      interimcareorder: ['C1'],
      interimcareorders: ['C1'],
      fullcareorder: ['C2'],
      fullcareorders: ['C2'],
    },
  },
  {
    table: 'children-by-unaccompanied-status',
    group: /^(uasc(status)?|unaccompaniedasylumseekingchildren)$/,
    codes: {
      total: [totalCode],
      uasc: ['UASC'],
      unaccompaniedasylumseekingchildren: ['UASC'],
      nonuasc: ['NOT-UASC'],
      nonunaccompaniedasylumseekingchildren: ['NOT-UASC'],
    },
  },
];
