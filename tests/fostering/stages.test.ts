import { defaultStages } from '@sufficiency/shared/fostering/stages.ts';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  analyst,
  at,
  done,
  enquired,
  eventsOf,
  freshEnquiries,
  hub,
  owner,
  refused,
  sent,
  sentInVain,
} from './enquiring.ts';

const app = await testApp({ clock: clockAt(at) });
freshEnquiries(app);

const checks = {
  code: 'OWN-CHECKS',
  title: 'Health and safety check',
  definition: 'The home was checked.',
  used: true,
  clock: { from: 'APPLICATION', limit: 20, unit: 'WORKING_DAYS' },
};

/** The product's stages without information events, with visits under another name, and with a stage of their own. */
const changed = defaultStages.flatMap((stage) => [
  {
    ...stage,
    used: stage.code !== 'INFORMATION-EVENT',
    title: stage.code === 'INITIAL-VISIT' ? 'Home visit' : stage.title,
  },
  ...(stage.code === 'APPLICATION' ? [checks] : []),
]);

const change = (said: object = {}) => ({
  mutation: 'changeFosteringStages',
  input: { consortium: 'd2n2', version: 0, stages: changed, ...said },
  asked: 'current { version inForceFrom stages { code title used } } sets { version }',
});

describe('stages', () => {
  test('are the product’s own until a hub changes them', async () => {
    const { data } = await app.as(
      owner,
      `{ fosteringStages(consortium: "d2n2") { viewerCanChange
         current { version inForceFrom stages { code clock { from limit unit } } } } }`,
    );

    expect(data).toMatchObject({
      fosteringStages: {
        viewerCanChange: false,
        current: {
          ...{ version: 0, inForceFrom: null },
          stages: expect.arrayContaining([
            {
              code: 'FIRST-RESPONSE',
              clock: { from: 'RECEIVED', limit: 1, unit: 'WORKING_DAYS' },
            },
          ]),
        },
      },
    });
  });

  test('change from a day on; what was recorded before keeps its stages', async () => {
    const { id } = await enquired(app, {
      events: [
        { kind: 'INFORMATION-EVENT', on: '2026-01-10' },
        { kind: 'INITIAL-VISIT', on: '2026-01-20' },
      ],
    });
    await done(app, hub, change());
    await sent(app, hub, eventsOf(id, { 'OWN-CHECKS': '2026-06-15' }));

    const { data } = await app.as<{ enquiry: { events: object[] } }>(
      hub,
      'query ($id: ID!) { enquiry(id: $id) { events { kind title } reached { stage } } }',
      { id },
    );

    expect(data?.enquiry).toMatchObject({
      events: [
        { title: 'Enquiry' },
        { title: 'Information event' },
        { title: 'Initial visit' },
        { title: 'Health and safety check' },
      ],
      reached: expect.arrayContaining([{ stage: 'OWN-CHECKS' }]),
    });
    const today = { 'INFORMATION-EVENT': '2026-06-15' };
    expect(await sentInVain(app, hub, eventsOf(id, today))).toContain(
      'must be a stage in use on that day',
    );
    expect(await sent(app, hub, eventsOf(id, { 'FIRST-RESPONSE': '2026-06-14' }))).toMatchObject([
      { outcome: 'RECORDED' },
    ]);
  });

  test('are changed by the manager of the hub, from the set that was seen, not for days that have gone', async () => {
    expect(await refused(app, analyst, change())).toMatch(/^FORBIDDEN/);
    expect(await refused(app, owner, change())).toMatch(/^NOT_FOUND/);
    expect(await refused(app, 'hub-manager.west-midlands', change())).toMatch(/^NOT_FOUND/);
    expect(await refused(app, hub, change({ inForceFrom: '2026-06-14' }))).toMatch(
      /inForceFrom must be today or later/,
    );
    await done(app, hub, change({ inForceFrom: '2026-07-01' }));
    expect(await refused(app, hub, change())).toMatch(/^CONFLICT/);
    expect(await refused(app, hub, change({ version: 1 }))).toMatch(/not be before 1 July 2026/);
  });

  test('must have every standard stage, in order', async () => {
    const stages = [...changed.slice(2), { ...checks, code: 'CHECKS' }];

    const refusal = await refused(app, hub, change({ stages }));

    expect(refusal).toContain('Missing: RECEIVED, FIRST-RESPONSE');
    expect(refusal).toContain('code must be a standard stage, or begin with OWN-');
  });
});
