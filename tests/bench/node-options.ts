import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspaceRoot } from '../testkit/workspace.ts';

/** The options of Node that `pnpm start` runs the server with. */
export async function nodeOptionsOfStart(): Promise<string[]> {
  const file = await readFile(join(workspaceRoot, 'package.json'), 'utf8');
  const { scripts }: { scripts: { start: string } } = JSON.parse(file);
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
