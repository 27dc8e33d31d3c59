import type { Locator, Page } from 'playwright-core';
import { quiet } from '../testkit/quiet.ts';
import type { Site } from '../testkit/site.ts';
import { goTo } from '../testkit/site.ts';

export const beds = '/d2n2/beds';

interface AskedHome {
  readonly version: number;
  readonly places: readonly { readonly number: number }[];
}

/** Asks the server as the account of a page, without the page’s doing. */
export async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const response = await page.request.post('/graphql', {
    headers: { 'x-csrf': '1' },
    data: { query, variables },
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Where something stands on the screen: a line with a mark in it is half a pixel higher than one without. Unit: pixels. */
export const topOf = async (it: Locator): Promise<number> =>
  (await it.boundingBox())?.y ?? Number.NaN;

/** Lets the account of a page say that all places of a home are so. */
export async function allPlacesAre(
  page: Page,
  home: string,
  state: 'OCCUPIED' | 'ACCEPTING',
): Promise<void> {
  const seen = await ask<{ home: AskedHome }>(
    page,
    'query ($id: ID!) { home(id: $id) { version places { number } } }',
    { id: home },
  );
  const places = seen.home.places.map(({ number }) => ({ number, state }));
  await ask(page, 'mutation ($input: UpdateBedsInput!) { updateBeds(input: $input) { id } }', {
    input: { home, version: seen.home.version, places },
  });
}

/** Lets all homes have been confirmed five days ago, which no trigger would let anybody say. */
export const nobodyHasConfirmed = (site: Site) =>
  site.server.db.query(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    update home set confirmed_at = now() - interval '5 days';
  end $$`);

/** Names of the homes that a search shows, in order. */
export const namesFound = (page: Page): Promise<string[]> =>
  page.locator('.vacancy__title a').allInnerTexts();

/** The page of the first home that an address of a search shows, and its id. */
export async function firstFound(
  site: Site,
  account: string,
  search: string,
): Promise<{ readonly address: string; readonly id: string; readonly name: string }> {
  const page = await site.visitAs(account);
  await goTo(page, search);
  const link = page.locator('.vacancy__title a').first();
  const address = (await link.getAttribute('href')) ?? '';
  const id = decodeURIComponent(address.split('/').at(-1) ?? '');
  return { address, id, name: await link.innerText() };
}

/** Waits until a page follows changes, and has read what it may have missed. */
export async function followed(page: Page): Promise<void> {
  await page.getByText(/^Live\. Last heard from the server/).waitFor();
  await quiet(page);
}
