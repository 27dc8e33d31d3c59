import type { Viewer } from '@sufficiency/server/modules/access/viewer.ts';
import {
  countAuditEvents,
  exportAuditEvents,
  listAuditEvents,
} from '@sufficiency/server/modules/audit/audit-log.service.ts';
import {
  publishRelease,
  withdrawRelease,
} from '@sufficiency/server/modules/disclosure/release-changes.service.ts';
import { buildRelease } from '@sufficiency/server/modules/disclosure/release-requests.service.ts';
import { readCapacity } from '@sufficiency/server/modules/fostering/capacity.service.ts';
import { makeForecast } from '@sufficiency/server/modules/fostering/forecasts.service.ts';
import { addHousehold } from '@sufficiency/server/modules/fostering/household-adding.service.ts';
import { listHouseholds } from '@sufficiency/server/modules/fostering/households.service.ts';
import { setTarget } from '@sufficiency/server/modules/fostering/targets.service.ts';
import {
  findProvider,
  findService,
  listChanges,
} from '@sufficiency/server/modules/providers/register.service.ts';
import {
  draftAgreement,
  endAgreement,
} from '@sufficiency/server/modules/sharing/agreement-changes.service.ts';
import { listAgreements } from '@sufficiency/server/modules/sharing/agreements.service.ts';
import { previewAs, readMatrix } from '@sufficiency/server/modules/sharing/sharing.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { afterAll, expect, test } from 'vitest';
import { workshop } from '../audit/log.ts';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
afterAll(() => database.drop());
const { viewerOf } = workshop(database, systemClock);

const target = { id: 'U2hhcmluZ0FncmVlbWVudDox', revision: 1, reason: 'No.' };
const asked = {
  consortium: 'd2n2',
  dataset: 'demand',
  period: '2026-05',
  audience: 'MEMBERS',
} as const;

const plan = { consortium: 'd2n2', year: '2026-27' };

const cases: [string, string, (viewer: Viewer) => Promise<unknown>][] = [
  ['commissioner.derby', 'draftAgreement', (viewer) => draftAgreement(viewer, { consortium: '' })],
  ['commissioner.derby', 'endAgreement', (viewer) => endAgreement(viewer, target)],
  ['commissioner.derby', 'previewAs', (viewer) => previewAs(viewer, { organisation: 'd2n2' })],
  ['commissioner.derby', 'countAuditEvents', (viewer) => countAuditEvents(viewer, {})],
  [
    'commissioner.derby',
    'listAuditEvents',
    (viewer) => listAuditEvents(viewer, {}, { inverted: false, limit: 1 }),
  ],
  ['commissioner.derby', 'exportAuditEvents', (viewer) => exportAuditEvents(viewer, {})],
  ['commissioner.derby', 'buildRelease', (viewer) => buildRelease(viewer, asked)],
  ['ig-lead.d2n2', 'publishRelease', (viewer) => publishRelease(viewer, target)],
  ['reviewer.d2n2', 'withdrawRelease', (viewer) => withdrawRelease(viewer, target)],
  ['provider.brook-lane-care', 'listAgreements', (viewer) => listAgreements(viewer, {})],
  ['reviewer.d2n2', 'findService', (viewer) => findService(viewer, '2532661')],
  ['reviewer.d2n2', 'findProvider', (viewer) => findProvider(viewer, 'cambian-childcare-limited')],
  ['reviewer.d2n2', 'listChanges', (viewer) => listChanges(viewer, {}, { offset: 0, limit: 1 })],
  ['reviewer.d2n2', 'readCapacity', (viewer) => readCapacity(viewer, { consortium: 'd2n2' })],
  [
    'reviewer.d2n2',
    'listHouseholds',
    (viewer) => listHouseholds(viewer, {}, { offset: 0, limit: 1 }),
  ],
  ['approver.derby', 'addHousehold', (viewer) => addHousehold(viewer, {} as never)],
  ['hub-analyst.d2n2', 'setTarget', (viewer) => setTarget(viewer, { ...plan, approvals: 1 })],
  ['hub-analyst.d2n2', 'makeForecast', (viewer) => makeForecast(viewer, plan)],
  ['provider.brook-lane-care', 'readMatrix', (viewer) => readMatrix(viewer, 'd2n2')],
];

test.each(cases)('without help of a scope %s is refused %s', async (account, _name, use) => {
  const viewer = await viewerOf(account, 'write');

  const refusal = await use(viewer).catch((error: unknown) => error);
  await viewer.operation.rollback();

  expect(refusal).toMatchObject({ code: 'FORBIDDEN' });
});
