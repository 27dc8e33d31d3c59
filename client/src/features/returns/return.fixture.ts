import type { Return } from './return-queries.ts';

/** A version of Derby’s beds return that is ready to submit, or as it is told. */
export const aReturn = (given: Partial<Return>): Return => ({
  ...{ id: '1', dataset: 'beds', period: '2026-10', version: 2, kind: 'FILE', status: 'READY' },
  ...{ revision: 1, format: 'beds 2026-27 v1', source: 'Sent by Derby', synthetic: false },
  authority: { id: 'd', code: 'E06000015', name: 'Derby' },
  ...{
    locked: false,
    approvalBringsIntoUse: false,
    dueOn: '2026-11-05',
    onTime: true,
    receivedAt: '2026-11-03T10:00:00Z',
  },
  ...{ receivedBy: 'commissioner.derby', submittedBy: 'commissioner.derby' },
  ...{ approvedAt: null, approvedBy: null, attestation: null, acceptedAt: null },
  ...{ acceptedBy: null, reopenedAt: null, endedAt: null },
  problemCounts: { errors: 0, queries: 0, notes: 0, unexplained: 0 },
  ...{ viewerCanExplain: false, viewerCanConfirm: false, viewerCanApprove: false },
  ...{ viewerCanAccept: false, viewerCanSendBack: false, viewerCanReopen: false },
  viewerCanWithdraw: false,
  ...given,
});
