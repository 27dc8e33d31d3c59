import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at, buyer, done, freshBuying, givenFramework, lead, refused } from './buying.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);

const asked = 'version offers { urn }';

describe('the homes of a membership', () => {
  test('are said anew, as when a framework is opened again', async () => {
    const { awards } = await givenFramework(app);
    const input = { id: awards[0], version: 1, services: ['9990002', '9990001', '9990002'] };

    expect(await done(app, lead, { mutation: 'changeAwardHomes', input, asked })).toEqual({
      version: 2,
      offers: [{ urn: '9990001' }, { urn: '9990002' }],
    });
  });

  test('can be fewer, or none', async () => {
    const { awards } = await givenFramework(app);
    const input = { id: awards[1], version: 1, services: [] };

    expect(await done(app, lead, { mutation: 'changeAwardHomes', input, asked })).toEqual({
      version: 2,
      offers: [],
    });
  });

  test('are its own: one of another provider, or of nobody, is refused by its place', async () => {
    const { awards } = await givenFramework(app);
    const input = { id: awards[0], version: 1, services: ['9990001', '9990003', '9999999'] };

    expect(await refused(app, lead, { mutation: 'changeAwardHomes', input })).toMatch(
      /services\[1\].*9990003.*is not of.*services\[2\].*9999999.*is no URN/s,
    );
  });

  test('are changed at the version that was seen', async () => {
    const { awards } = await givenFramework(app);
    const input = { id: awards[0], version: 1, services: [] };
    await done(app, lead, { mutation: 'changeAwardHomes', input });

    expect(await refused(app, lead, { mutation: 'changeAwardHomes', input })).toMatch(/^CONFLICT/);
  });

  test('are changed by the framework’s holder alone', async () => {
    const { awards } = await givenFramework(app);
    const input = { id: awards[0], version: 1, services: [] };

    expect(await refused(app, buyer, { mutation: 'changeAwardHomes', input })).toMatch(
      /^NOT_FOUND/,
    );
  });
});
