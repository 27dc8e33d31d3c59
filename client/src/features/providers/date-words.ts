import type { FrameworkDate } from './framework-draft.ts';

/** What happened to a framework on a day. */
export const dateWords: Readonly<Record<FrameworkDate['kind'], string>> = {
  AWARDED: 'Providers added',
  EXTENDED: 'Extended',
  OPENED: 'Opened',
  REOPENED: 'Re-opened',
};
