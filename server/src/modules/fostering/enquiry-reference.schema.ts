import { builder } from '../../graphql/builder.ts';
import type { AskedRecord } from './asked.service.ts';
import type { EnquiryRecord } from './enquiry-record.ts';
import type { EventRecord, TransferRecord } from './events.service.ts';

/** For types that lead to an enquiry, of which an enquiry in turn leads to others. */
export const EnquiryRef = builder.objectRef<EnquiryRecord>('Enquiry');

/** As `EnquiryRef`, for what happened to it. */
export const EnquiryEventRef = builder.objectRef<EventRecord>('EnquiryEvent');

/** As `EnquiryRef`, for how it passed from authority to authority. */
export const EnquiryTransferRef = builder.objectRef<TransferRecord>('EnquiryTransfer');

/** As `EnquiryRef`, for what was asked of it. */
export const EnquiryQueryRef = builder.objectRef<AskedRecord>('EnquiryQuery');

/** Those who work for an authority or a hub; whose enquiries, agreements say. */
export const readsEnquiries = { signedIn: true, permission: 'enquiry:read' } as const;

export const writesEnquiries = { signedIn: true, permission: 'enquiry:write' } as const;
