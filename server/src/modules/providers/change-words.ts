import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import type { ServiceChangeKind } from './register-changes.ts';
import { serviceChangeKinds } from './register-changes.ts';

/** What is needed to say what changed. */
export interface ToldChange {
  readonly changeKind: ServiceChangeKind;
  readonly before: string | null;
  readonly after: string | null;
}

type Words = (before: string | null, after: string | null) => string;

const quoted = (name: string | null) => (name === null ? 'no name' : `“${name}”`);
const owner = (name: string | null) => name ?? 'an owner that is not named';
const places = (number: string | null) => number ?? 'not published';
const judged = (code: string | null) =>
  code === null ? 'none' : (judgementTitles[code as Judgement] ?? code);
const status = (code: string | null) => (code === null ? 'unknown' : code.toLowerCase());

const words: Readonly<Record<ServiceChangeKind, Words>> = {
  JOINED: () => 'Joined the register.',
  LEFT: () => 'Left the register.',
  RETURNED: () => 'Came back to the register.',
  RENAMED: (before, after) => `Renamed from ${quoted(before)} to ${quoted(after)}.`,
  MOVED_OWNER: (before, after) => `Passed from ${owner(before)} to ${owner(after)}.`,
  MOVED_AREA: (before, after) => `Moved from ${before} to ${after}.`,
  PLACES_CHANGED: (before, after) =>
    `Registered places: ${places(before)} before, ${places(after)} now.`,
  JUDGEMENT_CHANGED: (before, after) =>
    `Judgement: ${judged(before)} before, ${judged(after)} now.`,
  STATUS_CHANGED: (before, after) => `Was ${status(before)}, is ${status(after)}.`,
};

/** A change of the register as a sentence. */
export const changeSentence = ({ changeKind, before, after }: ToldChange): string =>
  words[changeKind](before, after);

const plain: Readonly<Record<ServiceChangeKind, string>> = {
  JOINED: 'joined',
  LEFT: 'left',
  RETURNED: 'came back',
  RENAMED: 'renamed',
  MOVED_OWNER: 'with another owner',
  MOVED_AREA: 'in another area',
  PLACES_CHANGED: 'with other places',
  JUDGEMENT_CHANGED: 'judged otherwise',
  STATUS_CHANGED: 'suspended or no longer so',
};

/** Changes counted, for example “2 joined, 1 left”; null where there is none. */
export function changesCounted(
  changes: readonly { readonly kind: ServiceChangeKind }[],
): string | null {
  const counted = serviceChangeKinds.flatMap((kind) => {
    const times = changes.filter((change) => change.kind === kind).length;
    return times === 0 ? [] : [`${times} ${plain[kind]}`];
  });
  return counted.length === 0 ? null : counted.join(', ');
}
