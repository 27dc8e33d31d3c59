/** Light or dark by hand, or whichever the device prefers. */
export const appearances = ['device', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const key = 'appearance';

/** Reads a kept choice; anything unknown means the device's own. */
export const appearanceFrom = (kept: string | null): Appearance =>
  appearances.find((known) => known === kept) ?? 'device';

export const keptAppearance = (): Appearance => appearanceFrom(localStorage.getItem(key));

/** Shows the page this way now and on the next visit. */
export function applyAppearance(appearance: Appearance): void {
  if (appearance === 'device') {
    localStorage.removeItem(key);
    delete document.documentElement.dataset['appearance'];
    return;
  }
  localStorage.setItem(key, appearance);
  document.documentElement.dataset['appearance'] = appearance;
}
