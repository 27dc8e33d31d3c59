import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import type { ReferenceContents, ReferenceFile } from '../../platform/reference-folder.ts';
import { readClaNumbers } from './cla-numbers.importer.ts';
import { readClaPlacements } from './cla-placements.importer.ts';
import { readClaStability } from './cla-stability.importer.ts';
import { readFostering } from './fostering.importer.ts';
import { readHomes } from './homes.importer.ts';
import { readInteractiveTool } from './interactive-tool.importer.ts';
import { readPlacementFlows } from './placement-flows.importer.ts';
import type { FigureReading } from './reference-figure.ts';

/** How one kind of file becomes figures, and which indicators it must give. */
interface FigureReader {
  readonly indicators: readonly string[];
  readonly read: (file: ReferenceFile, directory: AuthorityDirectory) => FigureReading;
}

const readers: Partial<Record<ReferenceContents, FigureReader>> = {
  'cla-numbers': {
    indicators: ['cla-number', 'cla-rate'],
    read: ({ text }, directory) => readClaNumbers(text, directory),
  },
  'cla-placements': {
    indicators: [
      'cla-foster-share',
      'cla-residential-share',
      'cla-outside-authority-share',
      'cla-over-20-miles-share',
    ],
    read: ({ text }, directory) => readClaPlacements(text, directory),
  },
  'cla-stability': {
    indicators: ['three-or-more-placements-share', 'same-placement-two-years-share'],
    read: ({ text }, directory) => readClaStability(text, directory),
  },
  'placement-flows': {
    indicators: ['children-placed-in-by-others', 'children-placed-outside', 'net-placements-in'],
    read: ({ text }, directory) => readPlacementFlows(text, directory),
  },
  homes: {
    indicators: [
      'homes-in-area',
      'home-places-in-area',
      'homes-good-or-outstanding-share',
      'home-providers-in-area',
    ],
    read: ({ text }, directory) => readHomes(text, directory),
  },
  fostering: {
    indicators: [
      'fostering-enquiries',
      'fostering-applications',
      'fostering-approvals',
      'fostering-deregistrations',
    ],
    read: ({ text, vintage }, directory) => readFostering(text, directory, vintage),
  },
  'interactive-tool': {
    indicators: [
      'foster-places-approved',
      'foster-places-filled-share',
      'residential-weekly-cost',
      'fostering-weekly-cost',
    ],
    read: ({ text }, directory) => readInteractiveTool(text, directory),
  },
};

/** True where a file holds figures of indicators. */
export function holdsFigures({ contents }: ReferenceFile): boolean {
  return readers[contents] !== undefined;
}

/**
 * The figures of a file. An indicator the file should give and does not is a problem of the file:
 * a publisher that renames a row must not empty an indicator in silence.
 */
export function readFigures(file: ReferenceFile, directory: AuthorityDirectory): FigureReading {
  const reader = readers[file.contents];
  if (!reader) return { figures: [], issues: [] };

  const reading = reader.read(file, directory);
  const given = new Set(reading.figures.map(({ indicator }) => indicator));
  const absent: RowIssue[] = reader.indicators
    .filter((indicator) => !given.has(indicator))
    .map((indicator) => ({ row: 0, column: indicator, message: 'must have figures in the file' }));
  return { ...reading, issues: [...reading.issues, ...absent] };
}
