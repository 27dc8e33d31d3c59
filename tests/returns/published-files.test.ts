import { beforeEach, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeHubSight, derby, forgetReturns, submitted } from './returns.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
});

const asked = (table: string) => `id status version revision
  rows(table: "${table}") { edges { node { row cells } } }
  problems { edges { node { severity rule row message } } }`;

test('a tidy file of Explore Education Statistics is taken, without the other authorities', async () => {
  const line = (code: string, name: string, notice: string, requests: number) =>
    `2026,May,Local authority,E92000001,England,E12000004,East Midlands,,${code},${name},${notice},${requests}`;
  const text = [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,notice,requests',
    line('E06000018', 'Nottingham', 'Total', 31),
    line(derby, 'Derby', 'Planned: 14 days or more', 12),
    line(derby, 'Derby', 'Total', 12),
    '',
  ].join('\r\n');

  const sent = await submitted(app, [{ name: 'tidy.csv', text }], {
    fields: asked('requests-by-notice'),
  });

  expect(sent).toMatchObject({
    status: 'READY',
    rows: {
      edges: [
        { node: { row: 3, cells: [derby, '2026-05', 'PLANNED', '12'] } },
        { node: { row: 4, cells: [derby, '2026-05', 'TOTAL', '12'] } },
      ],
    },
    problems: {
      edges: [
        {
          node: {
            severity: 'NOTE',
            rule: 'returns/published-file',
            message:
              'This file of Explore Education Statistics: left out 1 row about other areas than Derby.',
          },
        },
        { node: { severity: 'QUERY', rule: 'returns/table-missing' } },
      ],
    },
  });
});

test('Ofsted’s provider-level file is taken for the homes that the authority runs', async () => {
  const text = [
    'Children’s social care data – Provider level as at 31 May 2026,,,,,',
    'URN,Provision type,Local authority,Sector,Places,Organisation which owns the provider',
    'SC036240,Children’s home,Derby,Local Authority,6,Derby City Council',
    '2590934,Children’s home,Derby,Private,2,Zone Central Ltd',
    '',
  ].join('\n');

  const sent = await submitted(app, [{ name: 'provider_level.csv', text }], {
    dataset: 'beds',
    fields: asked('homes'),
  });

  expect(sent).toMatchObject({
    status: 'READY',
    rows: {
      edges: [
        {
          node: {
            row: 3,
            cells: [derby, '2026-05', 'SC036240', 'CHILDRENS-HOME', 'PR1', '6', 'x', 'x'],
          },
        },
      ],
    },
  });
});
