import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { clientFolder } from '../testkit/workspace.ts';

/** JavaScript that a page needs before it works, gzipped. Unit: bytes. */
export interface ScriptSizes {
  /** The overview, which is the first page of everybody who is signed in. */
  readonly first: number;
  /** The comparison with its charts. */
  readonly charts: number;
}

const assets = join(clientFolder, 'assets');

/** Sizes of the built client; null where it has not been built. */
export async function readScriptSizes(): Promise<ScriptSizes | null> {
  try {
    const html = await readFile(join(clientFolder, 'index.html'), 'utf8');
    const shell = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) =>
      String(name),
    );
    const names = await readdir(assets);
    const page = (start: string) =>
      names.filter((name) => name.startsWith(start) && name.endsWith('.js'));
    return {
      first: await sizeOf([...shell, ...page('OverviewPage-')]),
      charts: await sizeOf([...shell, ...page('ComparePage-'), ...page('CompareCharts-')]),
    };
  } catch {
    return null;
  }
}

/** Gzipped size of some scripts and of all they import at once. */
async function sizeOf(scripts: readonly string[]): Promise<number> {
  const waiting = [...scripts];
  const seen = new Set<string>();
  let size = 0;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = await readFile(join(assets, name), 'utf8');
    size += gzipSync(text).byteLength;
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      waiting.push(String(imported));
    }
  }
  return size;
}
