import { createHash, randomUUID } from 'node:crypto';
import { badInput, conflict } from '@sufficiency/shared/errors.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import type { DerivedFigure } from '@sufficiency/shared/returns/derive.ts';
import { figuresOf } from '@sufficiency/shared/returns/derive.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { compareBeds } from '@sufficiency/shared/returns/reading/compare-beds.ts';
import { formatName } from '@sufficiency/shared/returns/table.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { addStep, confirmReturn, recorded } from './return-changes.service.ts';
import { compareFigures } from './return-check.service.ts';
import type { Content } from './return-content.service.ts';
import { storeContent, unchangedSince } from './return-content.service.ts';
import { insertFigures } from './return-figures.queries.ts';
import { hashedFile, keepFiles } from './return-files.service.ts';
import type { Follower, OnProgress } from './return-follower.service.ts';
import { followerOf } from './return-follower.service.ts';
import type { SendReturnInput } from './return-input.ts';
import {
  checkedDataset,
  checkedFile,
  checkedIdempotencyKey,
  checkedMonth,
  sentKind,
} from './return-input.ts';
import { storeProblems } from './return-problems.service.ts';
import type { ReturnRecord } from './return-record.ts';
import type { ReturnPlace } from './return-sending.queries.ts';
import { insertVersion, markReady, supersedeOpen } from './return-sending.queries.ts';
import { createTurns } from './return-turns.ts';
import { placeForNext } from './return-versions.service.ts';
import { findReturn } from './returns.service.ts';

const turns = createTurns();

/** A sending that was understood. */
export interface Sending extends ReturnPlace {
  readonly content: Content;
  readonly contentHash: string;
  readonly idempotencyKey: string | null;
  readonly afterVersion: number | null;
  readonly checkOnly: boolean;
}

/**
 * Takes a return in: reads it, checks it, and keeps it as a new version with its problems, or with its rows and figures.
 * One without errors and open queries goes on for approval, unless it was only to be checked.
 *
 * The same content sent again has no further effect. Nothing is kept of a file that cannot be read or must not be kept.
 *
 * @throws DomainError FORBIDDEN the role sends no returns.
 * @throws DomainError BAD_USER_INPUT another organisation’s authority, a month that has not ended, a file that is refused.
 * @throws DomainError CONFLICT it is locked, somebody else sent one meanwhile, or too many are on their way.
 */
export async function sendReturn(
  viewer: Viewer,
  input: SendReturnInput,
  onProgress?: OnProgress,
): Promise<ReturnRecord> {
  requirePermission(viewer.actor, 'return:submit');
  return await turns.take(viewer.actor.organisationId, () => sendNow(viewer, input, onProgress));
}

async function sendNow(
  viewer: Viewer,
  input: SendReturnInput,
  onProgress: OnProgress | undefined,
): Promise<ReturnRecord> {
  const follower = followerOf(viewer, { progressKey: input.progressKey ?? null, onProgress });
  try {
    const sending = await understood(viewer, input, follower);
    const id = await take(viewer, sending, follower);
    const record = await submitted(viewer, id, sending);
    await follower.done(id);
    return record;
  } catch (error) {
    await follower.failed();
    throw error;
  }
}

async function understood(
  viewer: Viewer,
  input: SendReturnInput,
  follower: Follower,
): Promise<Sending> {
  const authority = await findAuthority(viewer, input.authority);
  if (!authority || !viewer.actor.authorityCodes.includes(authority.code)) {
    const own = viewer.actor.authorityCodes.join(', ');
    throw badInput(`You may send returns of ${own || 'no authority'} only.`);
  }
  const dataset = checkedDataset(input.dataset);
  const day = today(viewer.clock);
  const period = checkedMonth(input.period, day);
  const kind = sentKind(input);
  const idempotencyKey = checkedIdempotencyKey(input.idempotencyKey);
  const format = formatOf(dataset);

  const sent = (input.files ?? []).map(checkedFile);
  follower.tell('received', 0, sumOf(sent));
  const files = await Promise.all(sent.map(hashedFile));
  const { code, dfeCode, name } = authority;
  const place = { authority: code, dataset, period };
  const says =
    kind === 'NO_CHANGE'
      ? [await unchangedSince(viewer, place)]
      : files.map(({ contentHash }) => contentHash);
  return {
    ...place,
    content: {
      kind,
      files,
      context: { format, authority: { code, dfeCode, name }, period, today: day },
    },
    contentHash: hashOf([kind, formatName(format), ...says]),
    idempotencyKey,
    afterVersion: input.afterVersion ?? null,
    checkOnly: input.checkOnly === true,
  };
}

const sumOf = (files: readonly { readonly size: number }[]) =>
  files.reduce((sum, { size }) => sum + size, 0);

const hashOf = (parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/** Keeps it as a new version, and gives its id; or that of the version that says the same. */
async function take(viewer: Viewer, sending: Sending, follower: Follower): Promise<string> {
  const next = await placeForNext(viewer, sending);
  if (next.same !== null) return next.same;
  const { content, authority, dataset, period } = sending;
  const id = randomUUID();
  const at = viewer.clock.now();
  const place = { authority, dataset, period };

  await viewer.operation.rows(
    insertVersion({
      ...place,
      id,
      periodEnd: calendarMonth(period).endsOn,
      version: next.version,
      kind: content.kind,
      format: formatName(content.context.format),
      source: `Sent by ${content.context.authority.name}`,
      contentHash: sending.contentHash,
      idempotencyKey: sending.idempotencyKey,
      at,
    }),
  );
  await storeChecked(viewer, id, { sending, follower });
  const given = await viewer.operation.rows<{ id: string }>(
    supersedeOpen({ ...place, version: next.version }, at),
  );
  for (const older of given) {
    await addStep(
      viewer,
      { tenantId: viewer.actor.organisationId, id: older.id },
      'superseded',
      null,
    );
  }
  await recorded(
    viewer,
    { tenantId: viewer.actor.organisationId, id },
    { action: 'received', type: 'return.received' },
  );
  return id;
}

async function storeChecked(
  viewer: Viewer,
  id: string,
  { sending, follower }: { readonly sending: Sending; readonly follower: Follower },
): Promise<void> {
  const { content, authority, dataset, period } = sending;
  const total = sumOf(content.files.map(({ file }) => file));
  const { problems, contents, sheets } = await storeContent(viewer, id, {
    content,
    tellRead: (bytes) => follower.tell('reading', bytes, total),
  });
  const isReady = problems.every(({ severity }) => severity !== 'ERROR');
  follower.tell('checking', 0, null);
  const figures: DerivedFigure[] = isReady
    ? figuresOf({ dataset, authority, period, tables: contents })
    : [];
  const asked = isReady
    ? [
        ...compareBeds(contents, sheets),
        ...(await compareFigures(viewer, { authority, dataset, period }, figures, sheets)),
      ]
    : [];

  follower.tell('storing', 0, null);
  await keepFiles(viewer, id, content.files);
  await storeProblems(viewer, id, [...problems, ...asked]);
  if (!isReady) return;
  await viewer.operation.rows(insertFigures(id, figures));
  await viewer.operation.rows(markReady(id));
}

/** Sends it on for approval, where nothing stands against it. */
async function submitted(viewer: Viewer, id: string, sending: Sending): Promise<ReturnRecord> {
  const record = await findReturn(viewer, id);
  if (!record) throw conflict('This return has just gone.');
  const goesOn = record.status === 'READY' && record.unexplained === 0 && !sending.checkOnly;
  return goesOn ? await confirmReturn(viewer, { id, revision: record.revision }) : record;
}
