import type { TestApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import type { ArrangedEnquiry } from './arranged.ts';

/** Twelve enquiries, of which eleven were made from January to March 2026, one of them twice. */
export const twelve: readonly ArrangedEnquiry[] = [
  {
    ref: 'R-1',
    of: 'derby',
    received: '2026-01-05',
    answered: '2026-01-06',
    visited: '2026-01-20',
    applied: '2026-02-10',
    approved: '2026-05-30',
  },
  {
    ref: 'R-2',
    of: 'derby',
    campaign: 'SPRING',
    received: '2026-01-10',
    answered: '2026-01-12',
    visited: '2026-02-02',
    withdrawn: '2026-02-20',
    withdrawnAt: 'INITIAL-VISIT',
    reason: 'AW1',
    by: 'HOUSEHOLD',
  },
  { ref: 'R-3', of: 'derby', source: 'SOCIAL', received: '2026-02-03', answered: '2026-02-10' },
  {
    ref: 'R-4',
    of: 'nottingham',
    received: '2026-02-14',
    answered: '2026-02-16',
    visited: '2026-03-02',
    applied: '2026-04-01',
    holdSince: '2026-05-01',
  },
  { ref: 'R-5', of: 'derbyshire', received: '2026-03-01' },
  { ref: 'R-6', received: '2026-03-20' },
  { ref: 'R-7', of: 'derby', duplicateOf: 'R-1', received: '2026-01-07' },
  {
    ref: 'R-8',
    of: 'derby',
    source: 'CARER',
    reapplicationOf: 'R-2',
    received: '2026-03-15',
    answered: '2026-03-16',
    visited: '2026-03-30',
    applied: '2026-04-20',
  },
  { ref: 'R-9', of: 'derby', backLoaded: true, received: '2026-01-02', approved: '2026-03-31' },
  {
    ref: 'R-10',
    of: 'derby',
    received: '2025-10-01',
    visited: '2026-01-15',
    approved: '2026-03-10',
  },
  { ref: 'R-11', of: 'derby', holder: 'derby', received: '2026-02-20', answered: '2026-02-20' },
  { ref: 'R-12', of: 'nottinghamshire', type: 'SUPPORTED-LODGINGS', received: '2026-02-22' },
];

interface Stage {
  readonly stage: { readonly code: string };
  readonly households: number;
  readonly share: number | null;
}

export interface Cohort {
  readonly households: number;
  readonly enquiries: number;
  readonly backLoaded: number;
  readonly states: readonly { readonly state: string; readonly households: number }[];
  readonly stages: readonly Stage[];
  readonly conversions: readonly {
    readonly from: { readonly code: string };
    readonly to: { readonly code: string };
    readonly of: number;
    readonly reached: number;
    readonly open: number;
    readonly share: number | null;
    readonly shareAtMost: number | null;
  }[];
}

interface Figure {
  readonly value: number | null;
  readonly why: string;
}

interface Asked {
  readonly fosteringFunnel: {
    readonly months: readonly string[];
    readonly stagesChanged: string | null;
    readonly cohort: {
      readonly rows: readonly {
        readonly group: {
          readonly key: string | null;
          readonly title: string;
          readonly isSeen: boolean;
          readonly why: string;
          readonly since: string | null;
        };
        readonly cohort: Cohort | null;
      }[];
      readonly total: Cohort | null;
      readonly whyNoTotal: string | null;
    };
    readonly period: {
      readonly rows: readonly {
        readonly group: { readonly title: string; readonly why: string };
        readonly basis: readonly { readonly month: string; readonly basis: string }[];
        readonly stages: readonly {
          readonly stage: { readonly code: string };
          readonly figure: Figure;
          readonly months: readonly Figure[];
        }[];
      }[];
      readonly total: readonly { readonly figure: Figure }[] | null;
    };
    readonly counting: Readonly<Record<string, number>> | null;
    readonly transfers: readonly {
      readonly from: { readonly name: string } | null;
      readonly to: { readonly name: string } | null;
      readonly enquiries: number;
    }[];
  };
}

const COHORT = `households enquiries backLoaded states { state households } stages { stage { code } households share }
  conversions { from { code } to { code } of reached open share shareAtMost }`;
export const FUNNEL = `query Funnel($input: FosteringInput!) {
  fosteringFunnel(input: $input) {
    months stagesChanged
    cohort { rows { group { key title isSeen why since } cohort { ${COHORT} } } total { ${COHORT} } whyNoTotal }
    period { rows { group { title why } basis { month basis }
        stages { stage { code } figure { value why } months { value why } } }
      total { figure { value why } } }
    counting { enquiries reapplications backLoaded onHold duplicates queries enquiriesWithQueries }
    transfers { from { name } to { name } enquiries }
  }
}`;

/** A funnel of the first three months of 2026, unless something else is asked for. It must not be refused. */
export async function funnelOf(
  app: TestApp,
  account: string,
  input: Readonly<Record<string, unknown>> = {},
) {
  const answer = await app.as<Asked>(account, FUNNEL, {
    input: { consortium: 'd2n2', from: '2026-01', to: '2026-03', ...input },
  });
  if (!answer.data || answer.errors) throw new Error(refusalOf(answer));
  return answer.data.fosteringFunnel;
}

/** Households of a cohort by the code of the stage they reached. */
export const stagesOf = (cohort: Cohort | null | undefined) =>
  Object.fromEntries(
    (cohort?.stages ?? []).map(({ stage, households }) => [stage.code, households]),
  );
