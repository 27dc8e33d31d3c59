import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { MadeAward } from './demonstration-awards.ts';

/** A fictitious provider’s request for higher prices. */
export interface MadeUplift {
  readonly framework: string;
  readonly provider: string;
  readonly askedOn: string;
  /** Unit: percent. */
  readonly percent: number;
  readonly reason: string;
  readonly link: string;
  readonly status: 'ASKED' | 'IN_HAND' | 'AGREED' | 'PARTLY_AGREED' | 'REFUSED';
  readonly grantedPercent: number | null;
  readonly decidedOn: string | null;
  /** What authorities answered for themselves. */
  readonly answers: readonly {
    readonly authority: string;
    readonly grantedPercent: number;
    readonly fromOn: string | null;
  }[];
}

type Plan = Omit<MadeUplift, 'provider' | 'answers'> & {
  /** Authorities that have answered. */
  readonly answeredBy: readonly string[];
};

const wages = 'National living wage and employer’s national insurance.';
const prices = 'Consumer prices over the year to April.';

const plans: readonly Plan[] = [
  {
    framework: 'CCS034',
    askedOn: '2026-09-14',
    percent: 4.2,
    reason: wages,
    link: 'E10000007',
    status: 'IN_HAND',
    grantedPercent: null,
    decidedOn: null,
    answeredBy: ['E10000007', 'E06000018'],
  },
  {
    framework: 'CCS072',
    askedOn: '2026-10-05',
    percent: 6,
    reason: wages,
    link: 'E10000024',
    status: 'ASKED',
    grantedPercent: null,
    decidedOn: null,
    answeredBy: [],
  },
  {
    framework: 'DEMO-SUPPORTED-D2N2',
    askedOn: '2026-02-02',
    percent: 5,
    reason: prices,
    link: 'E10000024',
    status: 'PARTLY_AGREED',
    grantedPercent: 3,
    decidedOn: '2026-03-20',
    answeredBy: ['E06000015', 'E06000018', 'E10000007', 'E10000024'],
  },
  {
    framework: 'WM-IFA-2024',
    askedOn: '2026-01-12',
    percent: 3.8,
    reason: prices,
    link: 'E08000026',
    status: 'AGREED',
    grantedPercent: 3.8,
    decidedOn: '2026-03-02',
    answeredBy: ['E08000025', 'E08000026', 'E10000028'],
  },
  {
    framework: 'DEMO-HOMES-WM',
    askedOn: '2026-02-20',
    percent: 9.5,
    reason: 'Staffing of homes for complex needs.',
    link: 'E08000026',
    status: 'REFUSED',
    grantedPercent: null,
    decidedOn: '2026-04-13',
    answeredBy: ['E08000026'],
  },
  {
    framework: 'NCT-HOMES-2020',
    askedOn: '2026-10-19',
    percent: 5.5,
    reason: wages,
    link: 'E06000062',
    status: 'ASKED',
    grantedPercent: null,
    decidedOn: null,
    answeredBy: [],
  },
];

/** Requests for higher prices until a day, each by a provider on its framework; those decided later are still in hand. */
export function upliftsOf(awards: readonly MadeAward[], day: string): readonly MadeUplift[] {
  return plans
    .filter(({ askedOn }) => askedOn <= day)
    .flatMap(({ answeredBy, ...plan }) => {
      const members = awards.filter(({ framework }) => framework === plan.framework);
      const asks = members[chanceOf(`${plan.framework} uplift`).between(0, members.length - 1)];
      if (!asks) return [];
      const isDecided = plan.decidedOn !== null && plan.decidedOn <= day;
      const open = { status: 'IN_HAND', grantedPercent: null, decidedOn: null } as const;
      return [
        {
          ...plan,
          ...(plan.decidedOn !== null && !isDecided ? open : {}),
          provider: asks.provider,
          answers: answeredBy.map((authority) => answerOf(plan, authority)),
        },
      ];
    });
}

function answerOf(
  { percent, grantedPercent, status, askedOn }: Omit<Plan, 'answeredBy'>,
  authority: string,
) {
  const granted = status === 'REFUSED' ? 0 : (grantedPercent ?? Math.round(percent * 5) / 10);
  return {
    authority,
    grantedPercent: granted,
    fromOn:
      granted > 0
        ? `${Number(askedOn.slice(0, 4)) + (askedOn > `${askedOn.slice(0, 4)}-03-31` ? 1 : 0)}-04-01`
        : null,
  };
}
