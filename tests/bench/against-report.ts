import type { AgainstResult } from './against.ts';
import { met, table, times } from './table.ts';

/** What answers cost against the same SQL by hand, as Markdown. Goals: milliseconds, and a ratio. */
export const againstTable = (
  what: string,
  goals: { readonly p95: number; readonly ratio: number },
  results: readonly AgainstResult[],
): string =>
  `${what} (p50 / p95 / CPU of server and PostgreSQL, milliseconds). Goals: p95 at most ${goals.p95}, ratio at most ${goals.ratio}:\n\n${table(
    ['asked', 'server', 'the same SQL by hand', 'ratio: p50', 'ratio: CPU', 'p95', 'ratio'],
    results.map(({ name, server, byHand, ratio }) => [
      name,
      [server.p50, server.p95, server.cpu].map((time) => time.toFixed(1)).join(' / '),
      [byHand.p50, byHand.p95, byHand.cpu].map((time) => time.toFixed(1)).join(' / '),
      times(ratio.p50),
      times(ratio.cpu),
      met(server.p95, goals.p95),
      met(Math.max(ratio.p50, ratio.cpu), goals.ratio),
    ]),
  )}`;
