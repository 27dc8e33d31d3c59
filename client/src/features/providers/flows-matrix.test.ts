import { describe, expect, test } from 'vitest';
import { seen } from './exposure-fixture.ts';
import { flowRows, flowsSentence, placedBy, placingOf, reasonsOf } from './flows-matrix.ts';
import type { FlowCell, OwnUse, PublishedFlow } from './flows-queries.ts';

const derby = { id: '1', code: 'E06000015', name: 'Derby' };
const nottingham = { id: '2', code: 'E06000018', name: 'Nottingham' };

const cell = (
  placing: FlowCell['placing'],
  host: FlowCell['host'],
  value: number | null,
): FlowCell => ({
  hostKind: host ? 'MEMBER' : 'ELSEWHERE',
  host,
  placing,
  placements: seen(value),
});

const cells = [
  cell(derby, derby, 4),
  cell(nottingham, derby, null),
  cell(nottingham, nottingham, null),
  cell(derby, nottingham, 3),
  cell(derby, null, 2),
  cell(nottingham, null, null),
];

describe('the matrix', () => {
  test('has a column for each who places, and a row for each area, then for elsewhere', () => {
    expect(placingOf(cells).map(({ name }) => name)).toEqual(['Derby', 'Nottingham']);
    expect(
      flowRows(cells).map(({ name, cells: row }) => [
        name,
        ...row.map((one) => one.placements.text),
      ]),
    ).toEqual([
      ['Derby', '4', 'x'],
      ['Nottingham', '3', 'x'],
      ['Elsewhere in England', '2', 'x'],
    ]);
  });

  test('adds up a column only where all of it is seen', () => {
    expect([placedBy(cells, derby.code), placedBy(cells, nottingham.code)]).toEqual([9, null]);
  });

  test('says each reason once', () => {
    expect(reasonsOf(cells)).toEqual(['not shared: no agreement']);
  });
});

describe('flowsSentence', () => {
  const published = (authority: FlowCell['placing'], net: number): PublishedFlow => ({
    period: '2024',
    authority,
    incoming: seen(10),
    outgoing: seen(10 - net),
    net: { ...seen(net), provenance: { source: 'DfE' } },
  });
  const use = (value: number | null): OwnUse => ({
    places: 236,
    authority: derby,
    ownPlacements: seen(value === null ? null : 58),
    share: seen(value, value === null ? 'x' : `${value}%`),
  });

  test('says who hosts more than it places, who less, and how own places are used', () => {
    expect(
      flowsSentence(
        {
          published: [published(nottingham, -125), published(derby, 219)],
          ownUse: [use(24.6), use(null)],
        },
        'D2N2',
      ),
    ).toBe(
      'Derby hosts 219 children more of other authorities than it places in others’ areas and Nottingham places 125 children more in others’ areas than it hosts (31 March 2024). Derby uses 58 of the 236 places in its own area’s children’s homes, 24.6%.',
    );
  });

  test('says that nothing is published', () => {
    expect(flowsSentence({ published: [], ownUse: [] }, 'D2N2')).toBe(
      'Nothing is published of placements across boundaries in D2N2.',
    );
  });
});
