import { beforeEach, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  arrangeHubSight,
  changed,
  derby,
  forgetReturns,
  office,
  seen,
  submitted,
} from './returns.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
});

const numbered = 'id status version revision problems(severity: QUERY) { edges { node { nth } } }';
const asked = 'id status problems(severity: QUERY) { edges { node { rule row message } } }';

test('homes and bed states that differ are asked about', async () => {
  const header = 'authority_code,period,urn';
  const sent = await submitted(
    app,
    [
      {
        name: 'homes.csv',
        text: `${header},provision_type,provider_sector,registered_beds,operational_beds,usable_beds\r\n${derby},2026-05,SC036240,CHILDRENS-HOME,PR1,6,6,5\r\n`,
      },
      {
        name: 'bed-states.csv',
        text: `${header},day,occupied,reserved,vacant_accepting,vacant_closed,closed_reason\r\n${derby},2026-05,SC036240,31/05/2026,4,0,0,0,\r\n`,
      },
    ],
    { dataset: 'beds', fields: asked },
  );

  expect(sent).toMatchObject({
    status: 'READY',
    problems: {
      edges: [
        {
          node: {
            rule: 'returns/beds-differ',
            row: 2,
            message:
              'SC036240 has 5 usable beds among the homes, but its newest bed state is of 4.',
          },
        },
      ],
    },
  });
});

/** Derby’s children of a month in three tables, and nothing else. */
function childrenOf(period: string, children: number, started: number, left: number) {
  const table = (name: string, header: string, total: number) => ({
    name: `${name}.csv`,
    text: `authority_code,period,${header}\r\n${derby},${period},TOTAL,${total}\r\n`,
  });
  return [
    table('children-by-placement-type', 'placement_type,children', children),
    table('starters-by-need', 'category_of_need,starters', started),
    table('leavers-by-reason', 'reason,leavers', left),
  ];
}

/** Brings a return into use: what it asks about is explained. */
async function inUse(period: string, files: ReturnType<typeof childrenOf>): Promise<void> {
  const about = { dataset: 'placements', period };
  const sent = await submitted(app, files, { ...about, fields: numbered });
  const { edges } = sent['problems'] as { edges: { node: { nth: number } }[] };
  const explained = await changed(app, 'commissioner.derby', 'explainReturnProblems', {
    ...seen(sent),
    problems: edges.map(({ node }) => ({ nth: node.nth, explanation: 'We send a part of it.' })),
  });
  const confirmed = await changed(app, 'commissioner.derby', 'confirmReturn', seen(explained));
  await changed(app, 'approver.derby', 'approveReturn', { ...seen(confirmed), ...office });
}

test('a number of children that does not follow from the month before is asked about', async () => {
  await inUse('2026-04', childrenOf('2026-04', 545, 12, 14));

  const sent = await submitted(app, childrenOf('2026-05', 560, 12, 14), {
    dataset: 'placements',
    fields: asked,
  });

  const { edges } = sent['problems'] as { edges: unknown[] };
  expect(edges).toContainEqual({
    node: {
      rule: 'returns/stock-differs',
      row: null,
      message:
        '545 children were looked after in the return before; with 12 who started and without 14 who left they would be 543, and the return says 560.',
    },
  });
});
