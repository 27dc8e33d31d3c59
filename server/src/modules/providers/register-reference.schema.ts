import { judgements, judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import { provisionTitles, provisionTypes } from '@sufficiency/shared/providers/provision-types.ts';
import { builder } from '../../graphql/builder.ts';
import type {
  ProviderGroupRecord,
  ProviderRecord,
  ServiceChangeRecord,
  ServiceRecord,
} from './register-record.ts';

/** For types that lead to one another. */
export const ProviderGroupRef = builder.objectRef<ProviderGroupRecord>('ProviderGroup');
export const ProviderRef = builder.objectRef<ProviderRecord>('Provider');
export const ServiceRef = builder.objectRef<ServiceRecord>('Service');
export const ServiceChangeRef = builder.objectRef<ServiceChangeRecord>('ServiceChange');

/** Whoever reads public reference figures: everybody who is signed in but reviewers. */
export const readsRegister = { signedIn: true, permission: 'reference:read' } as const;

const described = <Value extends string>(
  values: readonly Value[],
  titles: Readonly<Record<Value, string>>,
) =>
  Object.fromEntries(
    values.map((value) => [value, { description: `${titles[value]}.` }]),
  ) as Record<Value, { description: string }>;

export const ProvisionTypeEnum = builder.enumType('ProvisionType', {
  description: 'What Ofsted registers a service as.',
  values: described(provisionTypes, provisionTitles),
});

export const JudgementEnum = builder.enumType('Judgement', {
  description:
    'What Ofsted judges a service: four values, best first, and three of its own for supported accommodation.',
  values: described(judgements, judgementTitles),
});

export const SectorEnum = builder.enumType('Sector', {
  description:
    'Ofsted’s own column. It does not say who is in-house: children’s trusts are in it as voluntary.',
  values: {
    PRIVATE: { description: 'Private.' },
    LOCAL_AUTHORITY: { description: 'Local authority.' },
    VOLUNTARY: { description: 'Voluntary.' },
    ACADEMY: { description: 'Academy.' },
    HEALTH_AUTHORITY: { description: 'Health authority.' },
  },
});

export const ServiceStatusEnum = builder.enumType('ServiceStatus', {
  description: 'How a service stands on the register.',
  values: {
    ACTIVE: { description: 'On the newest register.' },
    SUSPENDED: { description: 'On the newest register, and suspended.' },
    LEFT: { description: 'On an earlier register only.' },
  },
});
