import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import {
  highestLevelFor,
  highestLevelOf,
  includesLevel,
  sharingLevels,
  sharingRecipients,
  weakestRelease,
} from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { DraftInput } from './agreement-mutations.ts';
import type { Agreement, SharingItem, SharingLevel, SharingRecipient } from './sharing-queries.ts';

export type DraftParty = Omit<DraftInput['parties'][number], 'icoNumber'> & {
  readonly icoNumber: string;
};

/** Numbers of an item, as they are typed. */
export type ItemNumber = 'minimumCount' | 'rounding' | 'historyMonths';

/** An item as the form holds it. */
export type DraftItem = Omit<SharingItem, ItemNumber> & Readonly<Record<ItemNumber, string>>;

/** What the form holds: everything as it was typed. */
export interface AgreementDraft {
  /** Lines, paragraphs, numbers and days, by the API’s name of the field; lists have one item a line. */
  readonly texts: Readonly<Record<DraftText, string>>;
  readonly purposes: readonly string[];
  readonly containsSpecialCategory: boolean;
  readonly containsCriminal: boolean;
  readonly parties: readonly DraftParty[];
  readonly items: readonly DraftItem[];
}

/** Fields that are typed. */
export const draftTexts = [
  'reference',
  'title',
  'whyNecessary',
  'statutoryGateway',
  'lawfulBasisArticle6',
  'conditionArticle9',
  'conditionSchedule1',
  'policyDocumentReference',
  'categoriesOfPeople',
  'rightsContact',
  'privacyNoticeUrls',
  'dpiaReference',
  'dpiaDatedOn',
  'residualRisk',
  'processorTerms',
  'auditRight',
  'reviewDueOn',
  'accessReviewMonths',
  'securityMeasures',
  'breachContact',
  'breachHours',
  'internationalTransfer',
  'onwardSharing',
  'startsOn',
  'endsOn',
  'retention',
  'deletionAtEnd',
  'terminationNotice',
] as const;

export type DraftText = (typeof draftTexts)[number];

/** What a new draft begins with. */
export const emptyDraft: AgreementDraft = {
  texts: {
    ...(Object.fromEntries(draftTexts.map((name) => [name, ''])) as Record<DraftText, string>),
    accessReviewMonths: '12',
    breachHours: '24',
    internationalTransfer: 'None.',
  },
  purposes: [],
  containsSpecialCategory: false,
  containsCriminal: false,
  parties: [],
  items: [],
};

const typed = (value: string | number | readonly string[] | null): string => {
  if (value === null) return '';
  return typeof value === 'object' ? value.join('\n') : String(value);
};

/** An agreement as the form holds it. */
export function draftOf(agreement: Agreement): AgreementDraft {
  const texts = draftTexts.map((name) => [name, typed(agreement[name])]);
  return {
    texts: Object.fromEntries(texts) as Record<DraftText, string>,
    purposes: agreement.purposes,
    containsSpecialCategory: agreement.containsSpecialCategory,
    containsCriminal: agreement.containsCriminal,
    parties: agreement.parties.map(({ organisation, role, icoNumber, dpoContact, signatory }) => ({
      organisation: organisation.slug,
      role,
      icoNumber: icoNumber ?? '',
      dpoContact,
      signatory,
    })),
    items: agreement.items.map((item) => ({
      ...item,
      minimumCount: String(item.minimumCount),
      rounding: String(item.rounding),
      historyMonths: String(item.historyMonths),
    })),
  };
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the form holds as the API takes it; blank is not given. */
export function inputOf(draft: AgreementDraft): Omit<DraftInput, 'consortium'> {
  const required = (name: DraftText) => draft.texts[name].trim();
  const optional = (name: DraftText) => required(name) || null;
  return {
    reference: required('reference'),
    title: required('title'),
    purposes: [...draft.purposes],
    whyNecessary: required('whyNecessary'),
    statutoryGateway: required('statutoryGateway'),
    lawfulBasisArticle6: required('lawfulBasisArticle6'),
    conditionArticle9: optional('conditionArticle9'),
    conditionSchedule1: optional('conditionSchedule1'),
    policyDocumentReference: optional('policyDocumentReference'),
    categoriesOfPeople: lines(draft.texts.categoriesOfPeople),
    containsSpecialCategory: draft.containsSpecialCategory,
    containsCriminal: draft.containsCriminal,
    rightsContact: required('rightsContact'),
    privacyNoticeUrls: lines(draft.texts.privacyNoticeUrls),
    dpiaReference: optional('dpiaReference'),
    dpiaDatedOn: optional('dpiaDatedOn'),
    residualRisk: optional('residualRisk'),
    processorTerms: optional('processorTerms'),
    auditRight: required('auditRight'),
    reviewDueOn: required('reviewDueOn'),
    accessReviewMonths: Number(required('accessReviewMonths')),
    securityMeasures: required('securityMeasures'),
    breachContact: required('breachContact'),
    breachHours: Number(required('breachHours')),
    internationalTransfer: required('internationalTransfer'),
    onwardSharing: required('onwardSharing'),
    startsOn: required('startsOn'),
    endsOn: required('endsOn'),
    retention: required('retention'),
    deletionAtEnd: required('deletionAtEnd'),
    terminationNotice: required('terminationNotice'),
    parties: draft.parties.map((party) => ({
      ...party,
      icoNumber: party.icoNumber.trim() || null,
    })),
    items: draft.items
      .filter(({ level }) => level !== 'NONE')
      .map((item) => ({
        ...item,
        minimumCount: Number(item.minimumCount),
        rounding: Number(item.rounding),
        historyMonths: Number(item.historyMonths),
      })),
  };
}

const isDataset = (dataset: string): dataset is Dataset =>
  datasets.some((known) => known === dataset);

/** Levels that a recipient can be given of a dataset, least first. */
export function levelsFor(dataset: string, recipient: SharingRecipient): readonly SharingLevel[] {
  const most = isDataset(dataset) ? highestLevelOf[dataset] : 'NONE';
  return sharingLevels.filter(
    (level) => includesLevel(most, level) && includesLevel(highestLevelFor[recipient], level),
  );
}

/** How released figures are protected unless the draft says otherwise. */
const released = {
  minimumCount: String(weakestRelease.minimumCount),
  rounding: String(weakestRelease.rounding),
};
const asItIs = { minimumCount: '0', rounding: '1' };

/** The items with one level changed: released figures are protected, anything above is shared as it is. */
export function withLevel(
  items: readonly DraftItem[],
  change: Pick<SharingItem, 'dataset' | 'recipient' | 'level'>,
): DraftItem[] {
  const { dataset, recipient, level } = change;
  const others = items.filter((item) => item.dataset !== dataset || item.recipient !== recipient);
  if (level === 'NONE') return others;
  const like = items.find((item) => item.dataset === dataset);
  const item: DraftItem = {
    granularity: like?.granularity ?? 'authority',
    historyMonths: like?.historyMonths ?? '36',
    ...change,
    ...(level === 'RELEASED' ? released : asItIs),
  };
  return [...others, item].toSorted((one, other) => placeOf(one) - placeOf(other));
}

const datasetOrder: readonly string[] = datasets;

const placeOf = ({ dataset, recipient }: DraftItem) =>
  datasetOrder.indexOf(dataset) * sharingRecipients.length + sharingRecipients.indexOf(recipient);

/** A new draft’s party: what is still to be typed is blank. */
export const newParty = (organisation: string): DraftParty => ({
  organisation,
  role: 'JOINT_CONTROLLER',
  icoNumber: '',
  dpoContact: '',
  signatory: 'Senior Information Risk Owner',
});
