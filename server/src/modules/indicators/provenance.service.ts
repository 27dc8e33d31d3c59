import type { Viewer } from '../access/viewer.ts';
import type { ProvenanceOrigin } from './figure.ts';
import type { ReferenceSourceRecord } from './indicator-record.ts';
import { sourceOf } from './indicators.service.ts';

const fileOf = (
  viewer: Viewer,
  { sourceId }: ProvenanceOrigin,
): Promise<ReferenceSourceRecord | null> =>
  sourceId === null ? Promise.resolve(null) : sourceOf(viewer, sourceId);

/** Publisher and title of the file a figure came from, or whose return. */
export async function sourceTextOf(viewer: Viewer, origin: ProvenanceOrigin): Promise<string> {
  const file = await fileOf(viewer, origin);
  return file ? `${file.publisher}: ${file.title}` : origin.fallbackSource;
}

/** The day a figure's file or return speaks for; null where there is no figure. */
export const vintageOf = async (
  viewer: Viewer,
  origin: ProvenanceOrigin,
): Promise<Date | string | null> =>
  origin.filed?.vintage ?? (await fileOf(viewer, origin))?.vintage ?? null;

/** When the platform recorded a figure; null where there is none. */
export const recordedAtOf = async (
  viewer: Viewer,
  origin: ProvenanceOrigin,
): Promise<Date | null> =>
  origin.filed?.recordedAt ?? (await fileOf(viewer, origin))?.recordedAt ?? null;
