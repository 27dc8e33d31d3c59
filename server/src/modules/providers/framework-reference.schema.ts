import { builder } from '../../graphql/builder.ts';
import type { AwardRecord } from './award-record.ts';
import type { CallOffRecord } from './call-offs.service.ts';
import type { ContractRecord } from './contract-record.ts';
import type { FrameworkRecord, LotRecord } from './framework-record.ts';
import type { UpliftRecord } from './uplift-record.ts';

/** For types that lead to a framework, of which a framework in turn leads to others. */
export const FrameworkRef = builder.objectRef<FrameworkRecord>('Framework');

/** As `FrameworkRef`, for its lots. */
export const FrameworkLotRef = builder.objectRef<LotRecord>('FrameworkLot');

/** As `FrameworkRef`, for who is on it. */
export const FrameworkAwardRef = builder.objectRef<AwardRecord>('FrameworkAward');

/** As `FrameworkRef`, for what was called off. */
export const CallOffRef = builder.objectRef<CallOffRecord>('CallOff');

/** As `FrameworkRef`, for block contracts. */
export const BlockContractRef = builder.objectRef<ContractRecord>('BlockContract');

/** As `FrameworkRef`, for requests for higher prices. */
export const UpliftRequestRef = builder.objectRef<UpliftRecord>('UpliftRequest');

/** Whoever reads the register; what of a tenant’s, agreements say. */
export const readsFrameworks = { signedIn: true, permission: 'reference:read' } as const;

/** Those who work for an authority or a hub. */
export const readsContracts = { signedIn: true, permission: 'provider:read' } as const;
