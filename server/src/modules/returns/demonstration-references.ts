import { consortia } from '@sufficiency/shared/authorities/consortia.ts';
import type { FictitiousProvider } from './demonstration-homes.ts';

type Service = FictitiousProvider['service'];

/** The lot that an authority buys a service from, and since when its providers are on it. */
export interface BoughtLot {
  readonly framework: string;
  readonly lot: string;
  /** True where its providers are in tiers. */
  readonly hasTiers: boolean;
  readonly since: string;
}

const lot = (framework: string, since: string, more: Partial<BoughtLot> = {}): BoughtLot => ({
  framework,
  lot: '1',
  hasTiers: false,
  since,
  ...more,
});

/** D2N2’s frameworks of 2020 ended with March 2026. */
const firstOfNew = '2026-04';

const ofConsortium: Readonly<Record<string, (period: string) => Record<Service, BoughtLot>>> = {
  d2n2: (period) => ({
    ...(period < firstOfNew
      ? {
          FOSTERING: lot('D2N2-2020', '2020-04-01'),
          RESIDENTIAL: lot('D2N2-2020', '2020-04-01', { lot: '2' }),
        }
      : {
          FOSTERING: lot('CCS034', '2026-04-01'),
          RESIDENTIAL: lot('CCS072', '2026-04-01'),
        }),
    SUPPORTED: lot('DEMO-SUPPORTED-D2N2', '2024-04-01'),
  }),
  'west-midlands': () => ({
    FOSTERING: lot('WM-IFA-2024', '2024-08-27'),
    RESIDENTIAL: lot('DEMO-HOMES-WM', '2024-04-01', { hasTiers: true }),
    SUPPORTED: lot('WM-SA-2022', '2022-04-01'),
  }),
};

const ofTrust: Record<Service, BoughtLot> = {
  FOSTERING: lot('NCT-IFA-2020', '2022-07-31'),
  RESIDENTIAL: lot('NCT-HOMES-2020', '2022-07-31'),
  SUPPORTED: lot('NCT-ISA-2020', '2022-07-31'),
};

const ofOthers: Record<Service, BoughtLot> = {
  FOSTERING: lot('DEMO-FOSTERING', '2024-04-01'),
  RESIDENTIAL: lot('DEMO-HOMES', '2024-04-01'),
  SUPPORTED: lot('DEMO-SUPPORTED', '2024-04-01'),
};

const trust = ['E06000061', 'E06000062'];

/** What an authority buys each service from in a month: frameworks of public sources where there are any. */
export function boughtLots(authority: string, period: string): Record<Service, BoughtLot> {
  if (trust.includes(authority)) return ofTrust;
  const consortium = consortia.find(({ members }) => members.includes(authority));
  return ofConsortium[consortium?.code ?? '']?.(period) ?? ofOthers;
}
