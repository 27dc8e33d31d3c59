import { conflict } from '@sufficiency/shared/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import type { KnownVersion, ReturnPlace } from './return-sending.queries.ts';
import { latestVersion, lockPlace, versionByKey } from './return-sending.queries.ts';

/** What decides whether a sending makes a new version. */
interface Wanted extends ReturnPlace {
  readonly contentHash: string;
  readonly idempotencyKey: string | null;
  /** The latest version the sender knew of; null where they did not say. */
  readonly afterVersion: number | null;
}

/** Where a sending goes: to the version that says the same, or to a new one. */
export type NextVersion =
  | { readonly same: string }
  | { readonly same: null; readonly version: number };

/**
 * Makes sure that a sending is the only one of its place until the transaction ends, and finds where it goes.
 *
 * @throws DomainError CONFLICT the place is locked, somebody else was first, or the key stands for something else.
 */
export async function placeForNext(viewer: Viewer, wanted: Wanted): Promise<NextVersion> {
  const seen = wanted.afterVersion ?? (await latestOf(viewer, wanted))?.version ?? 0;
  await holdPlace(viewer, wanted);
  const repeated = await repeatedBy(viewer, wanted);
  if (repeated) return { same: repeated.id };

  const latest = await latestOf(viewer, wanted);
  if (!latest) return { same: null, version: checkedFirst(seen) };
  if (saysTheSame(latest, wanted)) return { same: latest.id };
  if (latest.version !== seen) throw sentMeanwhile(latest);
  if (latest.locked) {
    throw conflict(
      `The return of ${wanted.period} is approved, and so locked. Have it reopened before you send another version.`,
      { version: latest.version },
    );
  }
  return { same: null, version: latest.version + 1 };
}

async function latestOf({ operation }: Viewer, place: ReturnPlace): Promise<KnownVersion | null> {
  const [latest] = await operation.rows<KnownVersion>(latestVersion(place));
  return latest ?? null;
}

/**
 * Lets nobody else send for a place, or approve what was sent, until the transaction ends.
 *
 * @throws DomainError CONFLICT somebody does so now.
 */
export async function holdPlace({ operation, actor }: Viewer, place: ReturnPlace): Promise<void> {
  try {
    await operation.rows(lockPlace(actor.organisationId, place));
  } catch (error) {
    if (!isTired(error)) throw error;
    throw conflict(
      'Somebody of your organisation is sending this return at this moment. Wait for it.',
    );
  }
}

/** Waiting for a lock was given up. */
const isTired = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '55P03';

async function repeatedBy(
  { operation }: Viewer,
  { idempotencyKey, contentHash, authority, dataset, period }: Wanted,
): Promise<KnownVersion | null> {
  if (idempotencyKey === null) return null;
  const [known] = await operation.rows<KnownVersion>(versionByKey(idempotencyKey));
  if (!known) return null;
  const isSame =
    known.contentHash === contentHash &&
    known.authority === authority &&
    known.dataset === dataset &&
    known.period === period;
  if (!isSame) {
    throw conflict(
      'This idempotency key was used for another return. Take a new key for this one.',
    );
  }
  return known;
}

const saysTheSame = ({ contentHash, status }: KnownVersion, wanted: Wanted) =>
  contentHash === wanted.contentHash && status !== 'WITHDRAWN';

function checkedFirst(seen: number): number {
  if (seen === 0) return 1;
  throw conflict(`There is no version ${seen} of this return. Look at it again.`, { version: 0 });
}

const atInWords = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

const sentMeanwhile = ({ version, receivedAt, receivedBy }: KnownVersion) =>
  conflict(
    `Version ${version} was sent meanwhile${receivedBy ? ` by ${receivedBy}` : ''} on ${atInWords.format(receivedAt)}. Look at it before you send yours.`,
    { version },
  );
