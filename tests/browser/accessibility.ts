import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot } from '../testkit/browser.ts';
import { goTo, openSite } from '../testkit/site.ts';
import { pages, reader } from './pages.ts';

const SAVE = `mutation {
  saveComparison(input: {
    name: "Rates of the four"
    visibility: ORGANISATION
    query: { consortium: "d2n2", indicators: ["cla-rate"] }
  }) { id }
}`;

/**
 * Looks with axe at every page, open panel, form and choice, in one colour scheme.
 *
 * Light and dark are files of their own, so that both cores have something to look at.
 */
export async function describeAccessibility(colourScheme: 'light' | 'dark'): Promise<void> {
  const site = await openSite();
  const page = await site.visitAs(reader, { colourScheme });
  await page.request.post('/graphql', { headers: { 'x-csrf': '1' }, data: { query: SAVE } });

  describe(`in ${colourScheme}, axe finds nothing wrong`, () => {
    test.each(pages)('with %s', async (name, address) => {
      await goTo(page, address);

      await keepScreenshot(page, `${name}-${colourScheme}`);
      expect(await axe(page)).toEqual([]);
    });

    test('with sign-in', async () => {
      const stranger = await site.visit({ colourScheme });
      await goTo(stranger, '/sign-in');

      await keepScreenshot(stranger, `sign-in-${colourScheme}`);
      expect(await axe(stranger)).toEqual([]);
    });

    test('with an open figure', async () => {
      await goTo(page, '/d2n2/compare');
      await page.getByRole('button', { name: /Derby, Children looked after per/ }).click();
      await page.getByRole('dialog').getByText('Why you may see it').waitFor();

      await keepScreenshot(page, `figure-${colourScheme}`, 'window');
      expect(await axe(page)).toEqual([]);
    });

    test('with the form that saves a comparison', async () => {
      await goTo(page, '/d2n2/compare');
      await page.getByRole('button', { name: 'Save this comparison' }).click();
      await page.getByLabel('Name').fill('');
      await page.getByRole('button', { name: 'Save comparison' }).click();
      await page.getByText('There is a problem').waitFor();

      await keepScreenshot(page, `save-${colourScheme}`, 'window');
      expect(await axe(page)).toEqual([]);
    });

    test.each(['Indicators', 'Authorities', 'Period', 'Compared with', 'As at'])(
      'with the choice of %s',
      async (choice) => {
        await goTo(page, '/d2n2/compare');
        await page.getByRole('button', { name: new RegExp(`^${choice}`) }).click();

        expect(await axe(page)).toEqual([]);
      },
    );
  });
}
