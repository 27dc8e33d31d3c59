import { builder } from '../../graphql/builder.ts';
import type { ReturnRecord } from './returns.service.ts';

/** For types that lead to a return, of which a return in turn leads to others. */
export const ReturnRef = builder.objectRef<ReturnRecord>('Return');
