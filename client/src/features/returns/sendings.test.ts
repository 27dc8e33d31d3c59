import type { Client } from 'urql';
import { expect, test, vi } from 'vitest';
import { sendingPlace } from './sendings.ts';

const aClient = () => ({}) as Client;
const aSending = (key: string) => ({
  ...{ key, title: 'Beds of Derby, October 2026' },
  ...{ progress: { upload: null, server: null }, outcome: null },
});

test('what somebody sends is found again with their client, and with no other', () => {
  const client = aClient();
  sendingPlace(client).set(aSending('one'));

  expect(sendingPlace(client).get()?.key).toBe('one');
  expect(sendingPlace(aClient()).get()).toBeNull();
});

test('an earlier sending that ends late changes nothing of a later one', () => {
  const place = sendingPlace(aClient());
  place.set(aSending('later'));
  const changed = vi.fn();
  place.subscribe(changed);

  place.update('earlier', () => null);

  expect(place.get()?.key).toBe('later');
  expect(changed).not.toHaveBeenCalled();
});
