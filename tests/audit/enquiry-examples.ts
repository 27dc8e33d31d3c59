import { defaultStages } from '@sufficiency/shared/fostering/stages.ts';
import { codes, forgetEnquiries } from '../fostering/arranged.ts';
import type { Enquired } from '../fostering/enquiring.ts';
import { done, enquired, eventsOf, hub, sent, usualEnquiry } from '../fostering/enquiring.ts';
import { crmFile, givenFosteringReturn } from '../fostering/enquiry-files.ts';
import { sendFiles } from '../providers/importing.ts';
import type { TestApp } from '../testkit/app.ts';
import type { Example } from './example.ts';

/** Something that somebody does with an enquiry of Derby's that its hub holds. */
const ofEnquiry = (
  leaves: string,
  act: (app: TestApp, enquiry: Enquired) => Promise<() => Promise<unknown>>,
): Example => ({
  leaves,
  prepare: async (app) => {
    await forgetEnquiries(app.db);
    return await act(app, await enquired(app));
  },
});

const change = (app: TestApp, mutation: string, input: object) => () =>
  done(app, hub, { mutation, input });

const another = { reference: 'F-0002', receivedOn: '2026-04-01' };

/** One for every mutation of enquiries to foster. */
export const enquiryMutations: Readonly<Record<string, Example>> = {
  recordEnquiry: ofEnquiry('enquiry.recorded', (app) =>
    Promise.resolve(change(app, 'recordEnquiry', { ...usualEnquiry, ...another })),
  ),
  recordEnquiryEvents: ofEnquiry('enquiry.eventsRecorded', (app, { id }) =>
    Promise.resolve(() => sent(app, hub, eventsOf(id, { 'FIRST-RESPONSE': '2026-01-06' }))),
  ),
  retractEnquiryEvent: ofEnquiry('enquiry.eventRetracted', async (app, { version }) => {
    const { events } = await done<{ events: { id: string }[] }>(app, hub, {
      mutation: 'recordEnquiry',
      input: usualEnquiry,
      asked: 'events { id }',
    });
    const input = { event: events[0]?.id, version, insteadOn: '2026-01-04' };
    return change(app, 'retractEnquiryEvent', input);
  }),
  answerEnquiryQuery: ofEnquiry('enquiry.queryAnswered', async (app, { id }) => {
    const [result] = await sent(app, hub, eventsOf(id, { APPROVAL: '2026-05-01' }));
    const query = result?.enquiry.queries[0]?.id;
    return change(app, 'answerEnquiryQuery', { query, answer: 'DROP' });
  }),
  attributeEnquiry: ofEnquiry('enquiry.attributed', async (app) => {
    const { id, version } = await enquired(app, { ...another, authority: null });
    return change(app, 'attributeEnquiry', { id, version, authority: codes.derby });
  }),
  transferEnquiry: ofEnquiry('enquiry.transferred', (app, { id, version }) =>
    Promise.resolve(
      change(app, 'transferEnquiry', { id, version, to: codes.nottingham, reason: 'MOVED' }),
    ),
  ),
  changeEnquiry: ofEnquiry('enquiry.changed', (app, { id, version }) =>
    Promise.resolve(change(app, 'changeEnquiry', { id, version, source: 'CARER' })),
  ),
  linkDuplicateEnquiry: ofEnquiry('enquiry.linked', async (app, { id: to }) => {
    const { id, version } = await enquired(app, another);
    return change(app, 'linkDuplicateEnquiry', { id, version, to });
  }),
  linkReapplication: ofEnquiry('enquiry.linked', async (app, { id: to }) => {
    await sent(app, hub, eventsOf(to, { WITHDRAWN: '2026-03-01' }));
    const { id, version } = await enquired(app, another);
    return change(app, 'linkReapplication', { id, version, to });
  }),
  importEnquiries: ofEnquiry('enquiry.imported', (app) =>
    Promise.resolve(() =>
      sendFiles(
        app,
        hub,
        crmFile(['reference,household_type,received', 'F-7,MAINSTREAM,1/3/2026']),
      ),
    ),
  ),
  takeEnquiriesFromReturn: ofEnquiry('enquiry.imported', async (app) => {
    const id = await givenFosteringReturn(app, [['F-7', 'ENQUIRY', '2024-03-02']]);
    return () =>
      done(app, 'commissioner.derby', {
        mutation: 'takeEnquiriesFromReturn',
        input: { return: id, apply: true },
        asked: 'applied',
      });
  }),
  changeFosteringStages: ofEnquiry('stages.changed', (app) =>
    Promise.resolve(() =>
      done(app, hub, {
        mutation: 'changeFosteringStages',
        input: { consortium: 'd2n2', version: 0, stages: defaultStages },
        asked: 'consortium',
      }),
    ),
  ),
};
