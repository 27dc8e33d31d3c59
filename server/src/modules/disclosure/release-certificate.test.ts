import { expect, test } from 'vitest';
import { certificateOf } from './release-certificate.ts';

test('a certificate tells that bars are kept, never by how much, nor how soon to the instant', () => {
  const attacker = { kind: 'member', cells: 3 } as const;
  const certificate = certificateOf(
    {
      cells: 1,
      published: 0,
      suppressed: 1,
      narrowestInterval: 6,
      exactRecoveries: 0,
      seconds: 2.837,
      method: 'A test.',
      attackers: [
        { ...attacker, name: 'one', width: 4, narrowest: 6 },
        { ...attacker, name: 'two', width: 4, narrowest: null },
        { ...attacker, name: 'both', kind: 'pair', width: 1, narrowest: 2 },
      ],
    },
    [],
  );

  expect(certificate).toMatchObject({ narrowestInterval: 4, seconds: 3 });
  expect(certificate.attackers.map(({ narrowestInterval }) => narrowestInterval)).toEqual([
    4,
    null,
    1,
  ]);
});

test('a certificate says whose figures an attacker was shown, too', () => {
  const words = 'its own exact figures and those of Nottingham';
  const attacker = { kind: 'member', width: 4, cells: 3, narrowest: 4 } as const;
  const { attackers } = certificateOf(
    {
      cells: 1,
      published: 0,
      suppressed: 1,
      narrowestInterval: 4,
      exactRecoveries: 0,
      seconds: 1,
      method: 'A test.',
      attackers: [
        { ...attacker, name: 'Derby', words },
        { ...attacker, name: 'Nottingham' },
      ],
    },
    [],
  );

  expect(attackers.map(({ knows }) => knows)).toEqual([words, 'its own exact figures']);
});
