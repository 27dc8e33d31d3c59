import type { Viewer } from '@sufficiency/server/modules/access/viewer.ts';
import {
  countAuditEvents,
  exportAuditEvents,
  listAuditEvents,
} from '@sufficiency/server/modules/audit/audit-log.service.ts';
import { confirmBeds, updateBeds } from '@sufficiency/server/modules/beds/beds.service.ts';
import { readBedsDay } from '@sufficiency/server/modules/beds/beds-day.service.ts';
import { importBeds } from '@sufficiency/server/modules/beds/beds-import.service.ts';
import { readBedsTrend } from '@sufficiency/server/modules/beds/beds-trend.service.ts';
import { readBlockVoids } from '@sufficiency/server/modules/beds/block-voids.service.ts';
import { addHome, changeHome } from '@sufficiency/server/modules/beds/home-describing.service.ts';
import { recordNights } from '@sufficiency/server/modules/beds/home-nights.service.ts';
import { countHomes, listHomes } from '@sufficiency/server/modules/beds/homes.service.ts';
import { listPlans, savePlan } from '@sufficiency/server/modules/beds/places-plans.service.ts';
import { readPublishedOccupancy } from '@sufficiency/server/modules/beds/published-occupancy.service.ts';
import { countReferrals } from '@sufficiency/server/modules/beds/referral-counts.service.ts';
import {
  listReferralNotes,
  recordReferral,
} from '@sufficiency/server/modules/beds/referral-notes.service.ts';
import { findVacancies } from '@sufficiency/server/modules/beds/vacancies.service.ts';
import {
  deleteVacancySearch,
  saveVacancySearch,
} from '@sufficiency/server/modules/beds/vacancy-searches.service.ts';
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
  ['hub-manager.d2n2', 'listHomes', (viewer) => listHomes(viewer, {}, { offset: 0, limit: 1 })],
  [
    'hub-manager.d2n2',
    'readBedsDay',
    (viewer) => readBedsDay(viewer, { consortium: 'd2n2', day: '2026-06-30' }),
  ],
  ['hub-manager.d2n2', 'readBedsTrend', (viewer) => readBedsTrend(viewer, { consortium: 'd2n2' })],
  ['provider.brook-lane-care', 'readBlockVoids', (viewer) => readBlockVoids(viewer, {})],
  ['reviewer.d2n2', 'readPublishedOccupancy', (viewer) => readPublishedOccupancy(viewer)],
  ['reviewer.d2n2', 'countHomes', (viewer) => countHomes(viewer, {})],
  ['approver.derby', 'updateBeds', (viewer) => updateBeds(viewer, {} as never)],
  ['approver.derby', 'confirmBeds', (viewer) => confirmBeds(viewer, [])],
  ['approver.derby', 'importBeds', (viewer) => importBeds(viewer, { csv: '', apply: true })],
  ['approver.derby', 'recordNights', (viewer) => recordNights(viewer, {} as never)],
  ['placement-officer.derby', 'addHome', (viewer) => addHome(viewer, { urn: '' })],
  ['provider.brook-lane-care', 'changeHome', (viewer) => changeHome(viewer, {} as never)],
  ['hub-manager.d2n2', 'listPlans', (viewer) => listPlans(viewer, 'd2n2')],
  ['placement-officer.derby', 'savePlan', (viewer) => savePlan(viewer, {} as never)],
  [
    'hub-manager.d2n2',
    'findVacancies',
    (viewer) => findVacancies(viewer, { consortium: '' }, { offset: 0, limit: 1 }),
  ],
  ['hub-manager.d2n2', 'recordReferral', (viewer) => recordReferral(viewer, { consortium: '' })],
  [
    'approver.derby',
    'saveVacancySearch',
    (viewer) => saveVacancySearch(viewer, { consortium: '' }),
  ],
  ['approver.derby', 'deleteVacancySearch', (viewer) => deleteVacancySearch(viewer, '')],
  [
    'provider.brook-lane-care',
    'listReferralNotes',
    (viewer) => listReferralNotes(viewer, {}, { offset: 0, limit: 1 }),
  ],
  ['provider.brook-lane-care', 'countReferrals', (viewer) => countReferrals(viewer, 'NEED')],
  ['provider.brook-lane-care', 'readMatrix', (viewer) => readMatrix(viewer, 'd2n2')],
];

test.each(cases)('without help of a scope %s is refused %s', async (account, _name, use) => {
  const viewer = await viewerOf(account, 'write');

  const refusal = await use(viewer).catch((error: unknown) => error);
  await viewer.operation.rollback();

  expect(refusal).toMatchObject({ code: 'FORBIDDEN' });
});
