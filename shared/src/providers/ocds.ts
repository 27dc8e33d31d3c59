import { z } from 'zod';
import type { OcdsNotice } from './ocds-notice.ts';
import { noticesOf } from './ocds-notice.ts';
import type { OcdsRelease } from './ocds-schema.ts';
import { ocdsPackage, ocdsRelease } from './ocds-schema.ts';

/** Something that is wrong with a file, and where: `releases[0].tender.value.amount`. */
export interface OcdsProblem {
  /** Empty where the whole file is meant. */
  readonly path: string;
  /** A plain sentence. */
  readonly message: string;
}

/** What a file says: its notices, or why nothing of it can be used. */
export type OcdsReading =
  | { readonly notices: readonly OcdsNotice[]; readonly problems: readonly [] }
  | { readonly notices: readonly []; readonly problems: readonly OcdsProblem[] };

/** The version of the Open Contracting Data Standard that is read, with its patches. */
const readableVersion = /^1\.1(\.\d+)?$/;

/** As many problems as a person can use. */
const mostTold = 50;

/**
 * Reads a file of the Open Contracting Data Standard: a package of releases, or a single release. Whole or not at all.
 *
 * Later releases of one procurement are versions of the same notice. An amount of 0 is not known, never zero pounds.
 */
export function readOcds(text: string): OcdsReading {
  const file = parsed(text);
  if (!isObject(file))
    return refused('', 'The file is not JSON of the Open Contracting Data Standard.');
  const other = otherForm(file);
  if (other) return { notices: [], problems: [other] };
  const isPackage = Array.isArray(file['releases']);
  const { data, error } = (isPackage ? ocdsPackage : single).safeParse(file);
  return data
    ? { notices: noticesOf(data.releases), problems: [] }
    : { notices: [], problems: problemsIn(error) };
}

/** A single release, as a package of one. */
const single = ocdsRelease.transform((release): { releases: OcdsRelease[] } => ({
  releases: [release],
}));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (path: string, message: string): OcdsReading => ({
  notices: [],
  problems: [{ path, message }],
});

/** What a file is instead of a package of releases or a release of the version that is read; null where it is one. */
function otherForm(file: Readonly<Record<string, unknown>>): OcdsProblem | null {
  const isPackage = 'releases' in file;
  if (Array.isArray(file['records'])) {
    return {
      path: 'records',
      message: 'A package of records is not read: send a package of releases.',
    };
  }
  if (!isPackage && !('ocid' in file)) {
    return { path: 'ocid', message: 'The file is no release: it has neither ocid nor releases.' };
  }
  const { version } = file;
  const says = typeof version === 'string' ? `says ${version.slice(0, 20)}` : 'is missing';
  // Packages name their version since 1.1; single releases never do.
  if (version === undefined && !isPackage) return null;
  return typeof version === 'string' && readableVersion.test(version)
    ? null
    : { path: 'version', message: `The version ${says}: only files of version 1.1 are read.` };
}

const problemsIn = (error: z.ZodError): OcdsProblem[] =>
  error.issues.slice(0, mostTold).map(({ path, message, code }) => ({
    path: z.core.toDotPath(path),
    message:
      code === 'custom' || code === 'invalid_format'
        ? `${z.core.toDotPath(path)} ${message}.`
        : `${z.core.toDotPath(path)} is not as the standard says: ${message}.`,
  }));
