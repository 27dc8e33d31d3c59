import { unzipSync } from 'fflate';
import { FileRefusal } from './file-refusal.ts';
import { problem } from './problem.ts';
import type { RuleId } from './rules.ts';

/** A part of a zip archive as its directory tells it. Unit of both sizes: bytes. */
interface ZipPart {
  readonly name: string;
  readonly size: number;
  readonly expanded: number;
}

/** What all parts may expand to together. Unit: bytes. */
const mostExpanded = 200_000_000;

/** What a part may expand to, as a multiple of its size; small ones may do as they like. */
const mostExpansion = 200;
const smallPart = 10_000_000;

const refuse = (rule: RuleId, message: string, mend?: string): never => {
  throw new FileRefusal(problem(rule, message, mend === undefined ? {} : { mend }));
};

/**
 * Lets only a workbook pass that may be opened: an XLSX without macros that expands to a reasonable size.
 *
 * Its directory is believed: what opens it never expands a part beyond the size that is told there.
 *
 * @throws FileRefusal any other archive.
 */
export function requireWorkbook(bytes: Uint8Array): void {
  const parts = partsOf(bytes);
  const has = (name: string | RegExp) =>
    parts.some((part) => (typeof name === 'string' ? part.name === name : name.test(part.name)));

  if (!has('xl/workbook.xml')) {
    refuse('returns/not-a-table-file', `The file is ${archiveKind(has)}, not an XLSX workbook.`);
  }
  if (has(/vbaProject\.bin$|^xl\/macrosheets\//i)) {
    refuse('returns/macros', 'The workbook holds macros.');
  }
  if (expandsTooMuch(parts)) {
    refuse('returns/expands-too-much', 'The workbook expands to far more than a return could be.');
  }
}

function expandsTooMuch(parts: readonly ZipPart[]): boolean {
  const all = parts.reduce((sum, { expanded }) => sum + expanded, 0);
  const isBomb = ({ size, expanded }: ZipPart) =>
    (expanded > smallPart && expanded > size * mostExpansion) || (expanded === 0 && size > 100);
  return all > mostExpanded || parts.some(isBomb);
}

const archives: readonly (readonly [part: string | RegExp, kind: string])[] = [
  ['xl/workbook.bin', 'a binary workbook (.xlsb)'],
  ['content.xml', 'an OpenDocument file (.ods or .odt)'],
  [/^word\//, 'a Word document'],
  [/^ppt\//, 'a presentation'],
  [/^Index\/.*\.iwa$|^index\.apxl$/i, 'an Apple Numbers file'],
];

const archiveKind = (has: (name: string | RegExp) => boolean): string =>
  archives.find(([part]) => has(part))?.[1] ?? 'a zip archive of other files';

/** The directory of an archive; nothing is expanded. */
function partsOf(bytes: Uint8Array): ZipPart[] {
  const parts: ZipPart[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        parts.push({ name, size, expanded: originalSize });
        return false;
      },
    });
  } catch {
    return refuse('returns/cut-off', 'The workbook is not complete: its end is missing.');
  }
  return parts;
}

/** What an old Office container is: what Excel wraps an encrypted workbook in, or a workbook of before 2007. */
export function refuseContainer(bytes: Uint8Array): never {
  const isEncrypted = bytesInclude(bytes, 'EncryptedPackage');
  if (isEncrypted) return refuse('returns/password', 'The workbook is protected by a password.');
  const kind = bytesInclude(bytes, 'Workbook')
    ? 'an old Excel workbook (.xls)'
    : 'an old Office file';
  return refuse('returns/not-a-table-file', `The file is ${kind}, not an XLSX workbook.`);
}

/** Names in such a container are written two bytes a letter. */
const bytesInclude = (bytes: Uint8Array, name: string): boolean =>
  new TextDecoder('windows-1252').decode(bytes).includes([...name].join('\0'));
