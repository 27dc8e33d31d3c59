import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, openSite } from '../testkit/site.ts';
import { clientFolder } from '../testkit/workspace.ts';

const site = await openSite();

/** The scripts a page loads before it is at rest, gzipped. Unit: KiB. */
async function scriptsOf(page: Page, address: string): Promise<number> {
  const paths = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') paths.add(new URL(request.url()).pathname);
  });
  await goTo(page, address);
  const sizes = await Promise.all(
    [...paths].map(async (path) => gzipSync(await readFile(join(clientFolder, path))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

test.each(['/d2n2/overview', '/d2n2/compare', '/d2n2/saved'])(
  'the first visit to %s takes at most 130 KiB of JavaScript',
  async (address) => {
    const page = await site.visitAs('commissioner.derby');

    expect(await scriptsOf(page, address)).toBeLessThanOrEqual(130);
  },
);

test('the first visit to the sign-in page takes at most 130 KiB of JavaScript', async () => {
  const page = await site.visit();

  expect(await scriptsOf(page, '/sign-in')).toBeLessThanOrEqual(130);
});

test.each(['trend', 'dots'])(
  'the first visit to a page with charts (%s) takes at most 200 KiB of JavaScript',
  async (view) => {
    const page = await site.visitAs('commissioner.derby');
    const address = `/d2n2/compare?indicators=cla-rate&periods=5&view=${view}`;

    expect(await scriptsOf(page, address)).toBeLessThanOrEqual(200);
  },
);
