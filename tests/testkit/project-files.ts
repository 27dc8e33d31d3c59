import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './workspace.ts';

/** Every file that is or would be committed, as paths from the root; those matching `pattern` only. */
export function projectFiles(pattern: RegExp): string[] {
  const { stdout } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: workspaceRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return stdout
    .split('\0')
    .filter((path) => path !== '' && pattern.test(path) && existsSync(join(workspaceRoot, path)));
}

/** The text of one of the project's files, named by its path from the root. */
export const readProjectFile = (path: string): string =>
  readFileSync(join(workspaceRoot, path), 'utf8');

/** Lines of the project's files that match, as `path:line: text`. */
export function linesMatching(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((path) =>
    readProjectFile(path)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
}
