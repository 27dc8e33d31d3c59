import { addMonths } from '@sufficiency/shared/sharing/agreement-dates.ts';
import type { AgreementFields } from '@sufficiency/shared/sharing/agreement-fields.ts';
import type { AgreementStatus } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { weakestRelease } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { DemonstrationTerms } from './demonstration-terms.ts';
import { demonstrationTerms } from './demonstration-terms.ts';

/** A consortium that gets agreements: its hub and the organisations that answer for its members, by slug. */
export interface DemonstrationConsortium {
  readonly code: string;
  readonly name: string;
  readonly hub: string;
  readonly members: readonly string[];
}

type Terms = Omit<AgreementFields, keyof DemonstrationTerms | 'parties'>;

/** An invented agreement: what it says, who is to sign, and how far it has come. Days are `YYYY-MM-DD`. */
export interface DemonstrationAgreement extends Terms, DemonstrationTerms {
  readonly consortiumCode: string;
  readonly status: AgreementStatus;
  readonly draftedBy: string;
  readonly accessReviewedOn: string | null;
  readonly reason: string | null;
  /** Slugs, and the day each signed; null for who has not. */
  readonly parties: readonly { readonly organisation: string; readonly signedOn: string | null }[];
}

type Item = AgreementFields['items'][number];

const item = (
  dataset: Item['dataset'],
  recipient: Item['recipient'],
  level: Item['level'],
): Item => ({
  dataset,
  recipient,
  level,
  granularity: level === 'RECORDS' ? 'home' : 'authority',
  ...(level === 'RELEASED' ? weakestRelease : { minimumCount: 0, rounding: 1 }),
  historyMonths: 60,
});

/** What most agreements share: exact figures with the hub, released ones with members. */
const forHubAndMembers = (dataset: Item['dataset']): Item[] => [
  item(dataset, 'HUB', 'EXACT'),
  item(dataset, 'MEMBERS', 'RELEASED'),
];

const withReviewers = (dataset: Item['dataset']): Item[] => [
  ...forHubAndMembers(dataset),
  item(dataset, 'REVIEWERS', 'RELEASED'),
];

/** What differs between the invented agreements; months count from the day it is in England. */
interface Plan {
  readonly number: string;
  readonly title: string;
  readonly purposes: AgreementFields['purposes'];
  readonly whyNecessary: string;
  readonly items: readonly Item[];
  readonly status: AgreementStatus;
  readonly startsIn: number;
  readonly endsIn: number;
  readonly accessReviewedIn: number | null;
  readonly parties: readonly string[];
  readonly unsigned?: readonly string[];
  readonly draftedBy?: string;
  readonly reason?: string;
}

const inForce = { status: 'ACTIVE', startsIn: -8, endsIn: 16, accessReviewedIn: -2 } as const;

const shared = (consortium: DemonstrationConsortium): Plan[] => {
  const parties = [consortium.hub, ...consortium.members];
  return [
    {
      ...inForce,
      number: '01',
      title: `Comparing sufficiency across ${consortium.name}`,
      purposes: ['comparison', 'sufficiency planning', 'member review'],
      whyNecessary:
        'Section 22G of the Children Act 1989 cannot be met by one authority alone: members buy from the same providers and place in each other’s areas, so that each needs the others’ figures to plan its own places.',
      items: [
        ...withReviewers('placements'),
        ...withReviewers('fostering'),
        ...withReviewers('providers'),
      ],
      parties,
    },
    {
      ...inForce,
      number: '02',
      title: `Finding a suitable bed in ${consortium.name}`,
      purposes: ['vacancy matching', 'sufficiency planning'],
      whyNecessary:
        'A child who needs a home today is best placed near home. Placement officers need to see which homes of their neighbours have a place, and no less than that.',
      items: [...forHubAndMembers('beds'), item('beds', 'PLACEMENT_OFFICERS', 'RECORDS')],
      startsIn: -6,
      parties,
    },
  ];
};

const d2n2 = (consortium: DemonstrationConsortium): Plan[] => {
  const parties = [consortium.hub, ...consortium.members];
  return [
    {
      ...inForce,
      number: '03',
      title: 'What homes cost in D2N2',
      purposes: ['comparison', 'sufficiency planning'],
      whyNecessary:
        'Members buy from the same market. Weekly costs side by side show where a joint framework would serve children and budgets better.',
      items: forHubAndMembers('costs'),
      startsIn: -4,
      parties,
      unsigned: ['nottingham'],
    },
    {
      number: '04',
      title: 'How many homes children will need',
      purposes: ['sufficiency planning'],
      whyNecessary:
        'The joint sufficiency statement needs each member’s forecast of demand, made in the same way.',
      items: forHubAndMembers('demand'),
      status: 'ACTIVE',
      startsIn: -14,
      endsIn: 10,
      accessReviewedIn: -7,
      parties,
    },
    {
      number: '05',
      title: 'Household records for the joint fostering hub',
      purposes: ['sufficiency planning'],
      whyNecessary:
        'The hub runs recruitment for Nottinghamshire and answers each enquiry, for which it needs the enquiry itself.',
      items: [item('fostering', 'HUB', 'RECORDS')],
      status: 'PROPOSED',
      startsIn: -1,
      endsIn: 23,
      accessReviewedIn: null,
      parties: [consortium.hub, 'nottinghamshire'],
      unsigned: [consortium.hub],
      draftedBy: 'nottinghamshire',
    },
    {
      number: '06',
      title: 'Pilot: provider records of the residential framework',
      purposes: ['comparison'],
      whyNecessary: 'The pilot asked whether joint contract monitoring is worth while.',
      items: [item('providers', 'HUB', 'RECORDS'), item('providers', 'MEMBERS', 'EXACT')],
      status: 'ENDED',
      startsIn: -20,
      endsIn: 4,
      accessReviewedIn: -9,
      parties,
      reason: 'The pilot is over; what it learned is in the joint commissioning report.',
    },
    {
      ...inForce,
      number: '07',
      title: 'Whom D2N2 buys from: providers, contracts and use',
      purposes: ['sufficiency planning'],
      whyNecessary:
        'Members share providers. Only the hub, seeing who has children where, can say what would follow if one of them failed, and when contracts end together.',
      items: [item('providers', 'HUB', 'RECORDS')],
      startsIn: -5,
      parties,
      unsigned: ['derby'],
    },
    {
      ...inForce,
      number: '08',
      title: 'Recruiting foster carers together: enquiries and households',
      purposes: ['sufficiency planning'],
      whyNecessary:
        'The hub answers enquiries for all members and plans how many households are needed, for which it needs to see what became of each.',
      items: [item('fostering', 'HUB', 'RECORDS')],
      startsIn: -5,
      parties,
      unsigned: ['nottinghamshire'],
    },
  ];
};

const westMidlands = (consortium: DemonstrationConsortium): Plan[] => [
  {
    ...inForce,
    number: '03',
    title: 'What homes cost in the West Midlands',
    purposes: ['comparison', 'sufficiency planning'],
    whyNecessary:
      'Members buy from the same market and answer together for the regional residential agreement.',
    items: forHubAndMembers('costs'),
    parties: [consortium.hub, ...consortium.members],
  },
  {
    ...inForce,
    number: '04',
    title: 'Coventry, Solihull and Warwickshire: one market for demand',
    purposes: ['sufficiency planning', 'comparison'],
    whyNecessary:
      'Three neighbours plan places together, for which each needs the others’ forecasts exactly.',
    items: [item('demand', 'MEMBERS', 'EXACT')],
    startsIn: -3,
    parties: ['coventry', 'solihull', 'warwickshire'],
    draftedBy: 'coventry',
  },
];

const plans: Readonly<Record<string, (consortium: DemonstrationConsortium) => Plan[]>> = {
  d2n2,
  'west-midlands': westMidlands,
};

/** The invented agreements of a consortium, as they stand on a day; their days move with it. */
export function demonstrationAgreements(
  consortium: DemonstrationConsortium,
  today: string,
): DemonstrationAgreement[] {
  const further = plans[consortium.code] ?? (() => []);
  return [...shared(consortium), ...further(consortium)].map((plan) =>
    agreementOf(consortium, plan, today),
  );
}

function agreementOf(
  consortium: DemonstrationConsortium,
  plan: Plan,
  today: string,
): DemonstrationAgreement {
  const { startsIn, endsIn, accessReviewedIn, number, parties, unsigned = [], ...said } = plan;
  const startsOn = addMonths(today, startsIn);
  return {
    ...demonstrationTerms,
    title: said.title,
    purposes: said.purposes,
    whyNecessary: said.whyNecessary,
    items: [...said.items],
    status: said.status,
    consortiumCode: consortium.code,
    reference: `${consortium.code.toUpperCase()}/${number}`,
    draftedBy: said.draftedBy ?? consortium.hub,
    dpiaReference: `DPIA ${consortium.code.toUpperCase()}/${number} (synthetic)`,
    dpiaDatedOn: addMonths(startsOn, -1),
    startsOn,
    endsOn: addMonths(today, endsIn),
    reviewDueOn: addMonths(today, Math.min(3, endsIn)),
    accessReviewMonths: 6,
    accessReviewedOn: accessReviewedIn === null ? null : addMonths(today, accessReviewedIn),
    reason: said.reason ?? null,
    parties: parties.map((organisation) => ({
      organisation,
      signedOn: unsigned.includes(organisation) ? null : startsOn,
    })),
  };
}
