import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';

/** A code of the service a framework buys. */
export type BoughtService = 'FOSTERING' | 'RESIDENTIAL' | 'SUPPORTED';

export interface LotFacts {
  readonly number: string;
  readonly title: string;
  readonly service?: BoughtService;
  readonly need?: string;
  /** Published. Unit: GBP a week. */
  readonly maximumWeeklyPrice?: number;
  /** Memberships, where a document prints their number. */
  readonly printedMemberships?: number;
  readonly tiers?: readonly {
    readonly number: number;
    readonly title: string;
    readonly hoursToRespond: number | null;
  }[];
}

/** What is publicly known of a framework, or made up where it is marked synthetic. What no source says is not here. */
export interface FrameworkFacts {
  readonly reference: string;
  readonly title: string;
  readonly ocid?: string;
  /** Slug of the organisation that holds it in a demonstration. */
  readonly holder: string;
  readonly lead?: string;
  readonly leadText: string;
  /** Codes of authorities, or the code of a consortium for all its members. */
  readonly buyers: readonly string[];
  readonly services: readonly BoughtService[];
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly openToNew: boolean;
  readonly noticeMonths?: number;
  readonly decisionLeadMonths?: number;
  /** Unit: GBP over the whole term. */
  readonly value?: number;
  readonly conditionJudgement?: Judgement;
  readonly condition?: string;
  readonly printedProviders?: number;
  readonly printedHomes?: number;
  readonly source: string;
  readonly sourceUrl?: string;
  readonly synthetic: boolean;
  readonly lots: readonly LotFacts[];
  readonly dates: readonly {
    readonly kind: 'OPENED' | 'REOPENED' | 'AWARDED' | 'EXTENDED';
    readonly on: string;
    readonly note?: string;
  }[];
  readonly extensions: readonly { readonly months: number; readonly decideByMonths?: number }[];
  /** First day of the memberships that a demonstration invents for it; absent where it invents none. */
  readonly membersFrom?: string;
  /** Last day of them, where they end before the framework does. */
  readonly membersUntil?: string;
}
