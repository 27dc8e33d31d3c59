import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { badInput } from '@sufficiency/shared/errors.ts';
import { textOf } from '@sufficiency/shared/returns/sources/text-of.ts';
import { z } from 'zod';

/** What a reference file holds, which decides how it is read. */
export const referenceContents = [
  'regions',
  'authorities',
  'statistical-neighbours',
  'population',
  'cla-numbers',
  'cla-placements',
  'cla-stability',
  'placement-flows',
  'homes',
  'inspections',
  'boundaries',
  'fostering',
  'interactive-tool',
  'published-recruitment',
] as const;

export type ReferenceContents = (typeof referenceContents)[number];

/** One line of the reference folder's manifest. */
const manifestEntry = z.strictObject({
  contents: z.enum(referenceContents),
  /** Folder and file without `.gz`. A newer vintage is loaded under the same name. */
  file: z
    .string()
    .regex(/^[a-z0-9-]+\/[\w-]+\.(?:csv|geojson)$/, 'must be a folder and a .csv or .geojson file'),
  title: z.string().min(1),
  publisher: z.string().min(1),
  licence: z.string().min(1),
  /** What must be printed beside figures from the file. */
  attribution: z.string().min(1),
  /** The day the publisher's file speaks for. */
  vintage: z.iso.date('must be a day written YYYY-MM-DD'),
  encoding: z.enum(['utf-8', 'windows-1252']),
});

export type ManifestEntry = z.infer<typeof manifestEntry>;

/** A reference file as it was found, with the facts that travel with its figures. */
export interface ReferenceFile extends ManifestEntry {
  readonly text: string;
  /** SHA-256 of the file before compression, in hexadecimal. */
  readonly contentHash: string;
}

/** A file to load in the place of the one the folder holds under the same name. */
export interface ReplacementFile {
  readonly file: string;
  /** Where the newer file is; compressed if it ends in `.gz`. */
  readonly path: string;
  /** The day the newer file speaks for, written YYYY-MM-DD. */
  readonly vintage: string;
}

/**
 * Every file that the folder's `manifest.json` lists, in its order.
 *
 * @throws DomainError BAD_USER_INPUT a replacement for a file the manifest does not list.
 * @throws Error a manifest or file that is missing or malformed.
 */
export async function readReferenceFolder(
  folder: string,
  replacements: readonly ReplacementFile[] = [],
): Promise<ReferenceFile[]> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf-8'));
  const entries = z.array(manifestEntry).parse(manifest);
  for (const { file } of replacements) {
    if (!entries.some((entry) => entry.file === file)) throw unknownFile(file, entries);
  }

  return Promise.all(
    entries.map(async (entry) => {
      const replacement = replacements.find(({ file }) => file === entry.file);
      const path = replacement?.path ?? join(folder, `${entry.file}.gz`);
      const bytes = await bytesOf(path);
      return {
        ...entry,
        vintage: replacement?.vintage ?? entry.vintage,
        // Publishers change their encoding from year to year.
        text: replacement ? textOf(bytes) : new TextDecoder(entry.encoding).decode(bytes),
        contentHash: createHash('sha256').update(bytes).digest('hex'),
      };
    }),
  );
}

function unknownFile(file: string, entries: readonly ManifestEntry[]): Error {
  const known = entries.map((entry) => `  ${entry.file}`).join('\n');
  return badInput(`There is no reference file “${file}”. There are:\n${known}`, { file });
}

async function bytesOf(path: string): Promise<Buffer> {
  const stored = await readFile(path);
  return path.endsWith('.gz') ? await promisify(gunzip)(stored) : stored;
}
