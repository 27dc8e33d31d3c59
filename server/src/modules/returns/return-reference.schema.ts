import { builder } from '../../graphql/builder.ts';
import type { ReturnRecord } from './return-record.ts';

/** For types that lead to a return, of which a return in turn leads to others. */
export const ReturnRef = builder.objectRef<ReturnRecord>('Return');

/** Whoever works for an authority or a hub reads returns. */
export const readsReturns = { signedIn: true, permission: 'return:read' } as const;
