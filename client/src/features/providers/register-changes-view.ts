import { counted } from '../returns/return-words.ts';
import type { RegisterChange } from './service-queries.ts';

export type ChangeKind = RegisterChange['kind'];

/** Every kind of change, as a heading says it. */
export const changeTitles: Readonly<Record<ChangeKind, string>> = {
  JOINED: 'Joined the register',
  LEFT: 'Left the register',
  RETURNED: 'Came back',
  JUDGEMENT_CHANGED: 'Judged otherwise',
  MOVED_OWNER: 'Another owner',
  MOVED_AREA: 'Another area',
  PLACES_CHANGED: 'More or fewer places',
  RENAMED: 'Renamed',
  STATUS_CHANGED: 'Suspended, or no longer so',
};

export const changeKinds = Object.keys(changeTitles) as ChangeKind[];

/** Which changes are listed. */
export interface ChangesView {
  readonly scope: 'consortium' | 'england';
  readonly kind: ChangeKind | null;
  /** Of the real register, of the fictitious one, or of both. */
  readonly of: 'both' | 'real' | 'fictitious';
  readonly after: string | null;
}

const toAddress = (kind: ChangeKind) => kind.toLowerCase().replaceAll('_', '-');

/** What an address asks for. */
export function changesView(address: URLSearchParams): ChangesView {
  const of = address.get('of');
  return {
    scope: address.get('scope') === 'england' ? 'england' : 'consortium',
    kind: changeKinds.find((kind) => toAddress(kind) === address.get('kind')) ?? null,
    of: of === 'real' || of === 'fictitious' ? of : 'both',
    after: address.get('after'),
  };
}

/** The query string of a list of changes. */
export function changesSearch({ scope, kind, of, after }: ChangesView): string {
  const search = new URLSearchParams();
  if (scope === 'england') search.set('scope', scope);
  if (kind !== null) search.set('kind', toAddress(kind));
  if (of !== 'both') search.set('of', of);
  if (after !== null) search.set('after', after);
  return `?${search}`;
}

/** The view as the server takes it. */
export const changesVariables = ({ scope, of }: ChangesView, consortium: string) => ({
  consortium: scope === 'england' ? null : consortium,
  synthetic: of === 'both' ? null : of === 'fictitious',
});

interface Counts {
  readonly totalCount: number;
  readonly counts: readonly { readonly kind: ChangeKind; readonly changes: number }[];
}

/** How many changes there are of a kind. */
export const changesOf = ({ counts }: Counts, kind: ChangeKind): number =>
  counts.find((one) => one.kind === kind)?.changes ?? 0;

const told: Readonly<Record<ChangeKind, (count: number) => string>> = {
  JOINED: (count) => `${count} joined`,
  LEFT: (count) => `${count} left`,
  RETURNED: (count) => `${count} came back`,
  JUDGEMENT_CHANGED: (count) => `${count} judged otherwise`,
  MOVED_OWNER: (count) => `${count} passed to another owner`,
  MOVED_AREA: (count) => `${count} moved to another area`,
  PLACES_CHANGED: (count) => `${count} ${count === 1 ? 'has' : 'have'} more or fewer places`,
  RENAMED: (count) => `${count} renamed`,
  STATUS_CHANGED: (count) => `${count} suspended or no longer so`,
};

/** What newer registers changed, in one sentence. */
export function changesSentence(counts: Counts, view: ChangesView, consortium: string): string {
  const where = view.scope === 'england' ? 'England' : consortium;
  const which = {
    both: '',
    real: ' of the real register',
    fictitious: ' of the fictitious register',
  };
  if (counts.totalCount === 0) {
    return `Nothing${which[view.of]} has changed in ${where} since the first register was loaded.`;
  }
  const parts = changeKinds.flatMap((kind) => {
    const changes = changesOf(counts, kind);
    return changes === 0 ? [] : [told[kind](changes)];
  });
  return `Newer registers brought ${counted(counts.totalCount, 'change')}${which[view.of]} in ${where}: ${parts.join(', ')}.`;
}
