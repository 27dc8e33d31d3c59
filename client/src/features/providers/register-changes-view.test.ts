import { describe, expect, test } from 'vitest';
import { changesOf, changesSearch, changesSentence, changesView } from './register-changes-view.ts';

const none = { totalCount: 0, counts: [] };
const view = (text: string) => changesView(new URLSearchParams(text));

describe('changes to the register', () => {
  test('are told by kind', () => {
    const counts = {
      totalCount: 5,
      counts: [
        { kind: 'PLACES_CHANGED' as const, changes: 1 },
        { kind: 'JOINED' as const, changes: 4 },
      ],
    };

    expect(changesSentence(counts, view(''), 'D2N2')).toBe(
      'Newer registers brought 5 changes in D2N2: 4 joined, 1 has more or fewer places.',
    );
    expect(changesOf(counts, 'LEFT')).toBe(0);
    expect(changesSentence(none, view('of=real&scope=england'), 'D2N2')).toBe(
      'Nothing of the real register has changed in England since the first register was loaded.',
    );
  });

  test('are chosen in the address', () => {
    const address = '?scope=england&kind=judgement-changed&of=fictitious&after=abc';

    expect(changesSearch(view(address))).toBe(address);
    expect(changesSearch(view('kind=eaten&of=all'))).toBe('?');
  });
});
