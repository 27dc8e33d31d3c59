import { expect, test } from 'vitest';
import { changeSentence, changesCounted } from './change-words.ts';
import type { StandingService } from './register-changes.ts';
import { registerChanges } from './register-changes.ts';

const home: StandingService = {
  urn: '1000001',
  status: 'ACTIVE',
  owner: 'Beacon Ltd',
  ownerKey: 'beacon-ltd',
  group: 'beacon',
  name: null,
  authorityCode: 'E06000015',
  areaText: 'Derby',
  places: 4,
  judgement: 'GOOD',
};

const toldOf = (before: Partial<StandingService>, after: Partial<StandingService>) =>
  registerChanges([{ ...home, ...before }], [{ ...home, ...after }]).map((change) => [
    change.kind,
    changeSentence({ ...change, changeKind: change.kind }),
  ]);

test.each<[Partial<StandingService>, Partial<StandingService>, string[]]>([
  [{}, { places: 3 }, ['PLACES_CHANGED', 'Registered places: 4 before, 3 now.']],
  [{ places: null }, {}, ['PLACES_CHANGED', 'Registered places: not published before, 4 now.']],
  [
    {},
    { judgement: 'INADEQUATE' },
    ['JUDGEMENT_CHANGED', 'Judgement: Good before, Inadequate now.'],
  ],
  [{ judgement: null }, {}, ['JUDGEMENT_CHANGED', 'Judgement: none before, Good now.']],
  [{}, { status: 'SUSPENDED' }, ['STATUS_CHANGED', 'Was active, is suspended.']],
  [{ status: 'LEFT' }, {}, ['RETURNED', 'Came back to the register.']],
  [
    {},
    { areaText: 'Leeds', authorityCode: 'E08000035' },
    ['MOVED_AREA', 'Moved from Derby to Leeds.'],
  ],
  [{}, { name: 'Beacon House' }, ['RENAMED', 'Renamed from no name to “Beacon House”.']],
  [
    {},
    { owner: 'Beacon Limited', ownerKey: 'beacon-limited' },
    ['RENAMED', 'Renamed from “Beacon Ltd” to “Beacon Limited”.'],
  ],
  [
    {},
    { owner: 'Harbour Ltd', ownerKey: 'harbour-ltd', group: 'harbour' },
    ['MOVED_OWNER', 'Passed from Beacon Ltd to Harbour Ltd.'],
  ],
  [
    {},
    { owner: null, ownerKey: null, group: null },
    ['MOVED_OWNER', 'Passed from Beacon Ltd to an owner that is not named.'],
  ],
])('%o that becomes %o is told', (before, after, told) => {
  expect(toldOf(before, after)).toEqual([told]);
});

test.each<[string, Partial<StandingService>]>([
  ['an owner in other letters', { owner: 'BEACON LTD' }],
  ['an area of the same code spelt anew', { areaText: 'Derby City' }],
  ['nothing', {}],
])('%s is no change', (_what, after) => {
  expect(toldOf({}, after)).toEqual([]);
});

test('what joins and what leaves is told, in order of URN', () => {
  const changes = registerChanges([home], [{ ...home, urn: '1000000' }]);

  expect(changes.map(({ urn, kind }) => [urn, kind])).toEqual([
    ['1000000', 'JOINED'],
    ['1000001', 'LEFT'],
  ]);
});

test('what had left before does not leave again', () => {
  expect(registerChanges([{ ...home, status: 'LEFT' }], [])).toEqual([]);
});

test('the first register changes nothing', () => {
  expect(registerChanges([], [home])).toEqual([]);
});

test('changes are counted in words, in the order of their kinds', () => {
  expect(changesCounted([{ kind: 'LEFT' }, { kind: 'JOINED' }, { kind: 'LEFT' }])).toBe(
    '1 joined, 2 left',
  );
  expect(changesCounted([])).toBeNull();
});
