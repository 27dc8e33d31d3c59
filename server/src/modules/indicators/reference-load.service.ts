import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { badInput } from '@sufficiency/shared/errors.ts';
import { indicatorCatalogue } from '@sufficiency/shared/indicators/catalogue.ts';
import { firstCollectedMonth } from '@sufficiency/shared/indicators/period.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { today } from '../../platform/clock.ts';
import type {
  ReferenceContents,
  ReferenceFile,
  ReplacementFile,
} from '../../platform/reference-folder.ts';
import { readReferenceFolder } from '../../platform/reference-folder.ts';
import {
  directoryFrom,
  keepAuthorities,
  keepNeighbours,
  keepPopulation,
  readGroups,
} from '../authorities/authorities-load.service.ts';
import { keepPublishedRecruitment } from '../fostering/published-recruitment-load.service.ts';
import type { RegisterChange } from '../providers/register-load.service.ts';
import { hasRegister, keepRegisterFile } from '../providers/register-load.service.ts';
import { withComparators } from './comparators.ts';
import { holdsFigures, readFigures } from './figure-readers.ts';
import type { KnownSource } from './reference-load.queries.ts';
import {
  insertSource,
  keepCollectedPeriods,
  lockLoading,
  selectContractIds,
  selectNewestSources,
  writeContracts,
  writeFigures,
} from './reference-load.queries.ts';

/** How far loading has come, for a progress bar. */
export interface LoadProgress {
  /** What is being done, as a person reads it. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What became of one file. */
export interface FileOutcome {
  readonly file: string;
  readonly outcome: 'loaded' | 'unchanged' | 'refused';
  /** Why it was refused, as a sentence; null otherwise. */
  readonly reason: string | null;
}

export interface LoadReport {
  readonly files: readonly FileOutcome[];
  /** Rows of figures written, comparators included. */
  readonly figures: number;
  /** How a newer register of providers differs from the one before it. */
  readonly registerChanges: readonly RegisterChange[];
}

export interface LoadOptions {
  /** Connected as the loader role. */
  readonly pool: Pool;
  readonly clock: Clock;
  /** Where `manifest.json` and the files it lists are. */
  readonly folder: string;
  /** Newer files to load in the place of the folder's own. */
  readonly replacements?: readonly ReplacementFile[];
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Brings the public reference data into force, in one transaction: authorities, indicators, figures, comparators.
 *
 * Loading the same files again changes nothing, not one row. A newer vintage of a file supersedes the figures of the
 * older, which are kept; an older vintage than the one in force is refused and reported. England, regions, consortia
 * and neighbours follow their inputs here, so that screens compute nothing.
 *
 * @source the files of the folder, each with its licence and vintage in `manifest.json`.
 * @throws DomainError BAD_USER_INPUT a file that does not have the expected form, naming the first problems.
 */
export async function loadReferenceData(options: LoadOptions): Promise<LoadReport> {
  const files = await readReferenceFolder(options.folder, options.replacements);
  const client = await options.pool.connect();

  try {
    await client.query('begin');
    await lockLoading(client);
    const report = await load(client, files, options);
    await client.query('commit');
    return report;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** A file with what the platform already knows of it. */
interface Judged {
  readonly file: ReferenceFile;
  readonly known: KnownSource | undefined;
  readonly outcome: FileOutcome;
}

async function load(
  client: PoolClient,
  files: readonly ReferenceFile[],
  { clock, onProgress = () => undefined }: LoadOptions,
): Promise<LoadReport> {
  const sources = await selectNewestSources(client);
  const judged = files.map((file) => judge(file, sources.get(file.file)));
  const directory = readDirectory(files);
  const changes =
    (await keepAuthorities(client, directory)) + (await writeContracts(client, indicatorCatalogue));
  await keepCollectedPeriods(client, { first: firstCollectedMonth, day: today(clock) });
  const contracts = await selectContractIds(client, indicatorCatalogue);
  const anew =
    changes > 0 ||
    [...contracts.values()].some(({ hasFigures }) => !hasFigures) ||
    !(await hasRegister(client));
  const outcomes = judged.map(({ outcome }) => outcome);
  const accepted = filesToRead(judged, { all: anew });
  if (accepted.length === 0) return { files: outcomes, figures: 0, registerChanges: [] };

  const recordedAt = clock.now();
  let figures = 0;
  const registerChanges: RegisterChange[] = [];
  for (const [done, { file, known, outcome }] of accepted.entries()) {
    onProgress({ step: file.title, done, total: accepted.length });
    const sourceId =
      known && outcome.outcome === 'unchanged'
        ? known.id
        : await insertSource(client, file, recordedAt);
    await keepOther(client, file, sourceId, directory);
    const { issues, changes: told } = await keepRegisterFile(client, file, sourceId, directory);
    refuseIssues(file, issues);
    registerChanges.push(...told);
    if (holdsFigures(file)) {
      const reading = readFigures(file, directory);
      refuseIssues(file, reading.issues);
      const groups = await readGroups(client);
      const complete = withComparators(reading, groups, directory);
      figures += await writeFigures(client, complete, contracts, { sourceId, recordedAt });
    }
  }
  onProgress({ step: 'Reference data loaded', done: accepted.length, total: accepted.length });
  return { files: outcomes, figures, registerChanges };
}

/** Files by which all others are read. */
const foundations: ReadonlySet<ReferenceContents> = new Set([
  'regions',
  'authorities',
  'statistical-neighbours',
]);

/** Files that are new; all that are accepted, where they are to be read anew or what they are read by is new. */
function filesToRead(judged: readonly Judged[], { all }: { readonly all: boolean }): Judged[] {
  const accepted = judged.filter(({ outcome }) => outcome.outcome !== 'refused');
  const added = accepted.filter(({ outcome }) => outcome.outcome === 'loaded');
  if (all || added.some(({ file }) => foundations.has(file.contents))) return accepted;

  const contents = new Set(added.map((file) => file.file.contents));
  // Inspections that are known may be of services that only a newer register has.
  if (contents.has('homes')) contents.add('inspections');
  return accepted.filter(({ file }) => contents.has(file.contents));
}

function judge(file: ReferenceFile, known: KnownSource | undefined): Judged {
  if (known?.contentHash === file.contentHash) {
    return { file, known, outcome: { file: file.file, outcome: 'unchanged', reason: null } };
  }
  if (known && file.vintage < known.vintage) {
    const reason = `${file.title}: the vintage of ${file.vintage} is older than the one in force, of ${known.vintage}.`;
    return { file, known, outcome: { file: file.file, outcome: 'refused', reason } };
  }
  return { file, known, outcome: { file: file.file, outcome: 'loaded', reason: null } };
}

function readDirectory(files: readonly ReferenceFile[]): AuthorityDirectory {
  const textOf = (contents: ReferenceContents) =>
    files.find((file) => file.contents === contents)?.text ?? '';
  const lists = { authorities: textOf('authorities'), regions: textOf('regions') };
  const { directory, issues } = directoryFrom(lists);
  for (const file of files.filter(({ contents }) => contents === 'authorities')) {
    refuseIssues(file, issues);
  }
  return directory;
}

/** Files that hold no figures of indicators: neighbours, estimates of population, and printed months of recruitment. */
async function keepOther(
  client: PoolClient,
  file: ReferenceFile,
  sourceId: number,
  directory: AuthorityDirectory,
): Promise<void> {
  if (file.contents === 'statistical-neighbours') {
    const model = Number(file.vintage.slice(0, 4));
    refuseIssues(file, await keepNeighbours(client, { text: file.text, model }, directory));
  }
  if (file.contents === 'population') {
    refuseIssues(file, await keepPopulation(client, { text: file.text, sourceId }, directory));
  }
  refuseIssues(file, await keepPublishedRecruitment(client, file, sourceId));
}

const shown = 5;

/** A file is accepted whole or not at all. */
function refuseIssues({ file, title }: ReferenceFile, issues: readonly RowIssue[]): void {
  if (issues.length === 0) return;
  const problems = issues
    .slice(0, shown)
    .map(({ row, column, message }) => `row ${row}, ${column} ${message}`);
  const more = issues.length > shown ? `; and ${issues.length - shown} more` : '';
  throw badInput(`${title} cannot be loaded: ${problems.join('; ')}${more}.`, { file });
}
