import { describe, expect, test } from 'vitest';
import { agreementWith, signed, unsignedParty } from './agreement-fixture.ts';
import { agreementSentence, pendingSentence, unsignedSentence } from './agreement-sentence.ts';
import { agreementsSentence } from './agreements-sentence.ts';

const derbyOnly = [unsignedParty('derby', 'Derby'), signed('d2n2', 'D2N2 hub')];

describe('where an agreement stands', () => {
  test('is until when it is in force', () => {
    expect(agreementSentence(agreementWith())).toBe('In force until 31 March 2028.');
  });

  test('is who has still to sign, though it is in force for others', () => {
    expect(agreementSentence(agreementWith({ parties: derbyOnly }))).toBe(
      'In force until 31 March 2028. Derby has still to sign.',
    );
  });

  test('is why a signed one gives no sight', () => {
    const because = 'Its access review was due by 30 September 2026.';
    const agreement = agreementWith({ inForce: false, notInForceBecause: [because] });

    expect(agreementSentence(agreement)).toBe(`Signed, but it gives no sight today. ${because}`);
  });

  test('is what a draft lacks before it can be proposed', () => {
    const draft = agreementWith({ status: 'DRAFT', inForce: false, dpiaDatedOn: null });

    expect(agreementSentence(draft)).toBe(
      'A draft of D2N2 hub: nobody else sees it, and it gives no sight. It can be proposed once its impact assessment (DPIA) has a date.',
    );
  });

  test('is the reason given for ending it', () => {
    const agreement = agreementWith({ status: 'ENDED', reason: 'Replaced by a wider one' });

    expect(agreementSentence(agreement)).toBe(
      'Ended: it gives no sight. The reason given: Replaced by a wider one.',
    );
  });
});

test('many missing signatures are counted instead of named', () => {
  const parties = ['a', 'b', 'c', 'd', 'e'].map((name) => unsignedParty(name, name));

  expect(unsignedSentence(agreementWith({ parties }))).toBe('Five parties have still to sign.');
});

test('a list of agreements says how many are in force and what keeps others', () => {
  const agreements = [
    agreementWith(),
    agreementWith({ status: 'PROPOSED', inForce: false }),
    agreementWith({ inForce: false }),
  ];

  expect(agreementsSentence(agreements)).toBe(
    'One agreement is in force; one is awaiting signatures and one is signed but giving no sight.',
  );
});

describe('an agreement whose next version is being prepared', () => {
  const next = {
    id: '2',
    version: 2,
    status: 'PROPOSED',
    startsOn: '2026-01-01',
    endsOn: '2030-12-31',
    reason: null,
  } as const;

  test('says why it cannot be renewed now', () => {
    expect(pendingSentence(agreementWith({ version: 1, versions: [next] }))).toBe(
      'Version 2 awaits signatures: this one cannot be renewed until that is in force or withdrawn.',
    );
  });

  test('says nothing once that is over', () => {
    const ended = { ...next, status: 'ENDED' } as const;

    expect(pendingSentence(agreementWith({ version: 1, versions: [ended] }))).toBeNull();
  });
});
