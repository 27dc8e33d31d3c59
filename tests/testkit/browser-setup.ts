import { hasPackagedChromium, unpackChromium } from './chromium.ts';

/** Unpacks Chromium once, before test files that run side by side would each begin to. */
export async function setup(): Promise<void> {
  if (hasPackagedChromium) await unpackChromium();
}
