import type { Page } from 'playwright-core';

type Key = 'Tab' | 'Shift+Tab';

/** Presses a key until the focus is on something whose text, name or value matches. */
export async function goWith(key: Key, page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if (words.test(await focused(page))) return;
  }
  throw new Error(`${key} never reached ${words}.`);
}

/** The text of what has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(`(document.activeElement?.textContent ?? '').trim()`);

/** The kind of element that has the focus, for example `TR`. */
export const focusedTag = (page: Page): Promise<string> =>
  page.evaluate(`document.activeElement?.tagName ?? ''`);

/** The label of the field that has the focus; empty where it is no field. */
export const focusedLabel = (page: Page): Promise<string> =>
  page.evaluate(`document.activeElement?.labels?.[0]?.textContent ?? ''`);

/** Presses Tab until the focus is on the field of a label. */
export async function goToField(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedLabel(page)) === label) return;
  }
  throw new Error(`Tab never reached “${label}”.`);
}
