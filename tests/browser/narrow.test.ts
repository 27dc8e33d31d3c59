import { describe, expect, test } from 'vitest';
import { keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { goTo, openSite } from '../testkit/site.ts';
import { pages, reader } from './pages.ts';

const site = await openSite();

describe('at 320 pixels the page does not scroll sideways', async () => {
  const page = await site.visitAs(reader, { width: 320 });

  test.each(pages)('with %s', async (name, address) => {
    await goTo(page, address);

    await keepScreenshot(page, `${name}-320`);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('with sign-in', async () => {
    const stranger = await site.visit({ width: 320 });
    await goTo(stranger, '/sign-in');

    await keepScreenshot(stranger, 'sign-in-320');
    expect(await scrollsSideways(stranger)).toBe(false);
  });
});
