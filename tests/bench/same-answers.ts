import { deepStrictEqual } from 'node:assert';
import type { BenchCase } from './cases.ts';
import { questionOf } from './cases.ts';
import { BenchClient } from './load.ts';
import type { Contender } from './measure.ts';

/** What is measured against each other has to be the same answer, to the letter. */
export async function requireSameAnswers(
  cases: readonly BenchCase[],
  [exchange, plain]: readonly Contender[],
  { token, indicators }: { readonly token: string; readonly indicators: number },
): Promise<void> {
  const client = new BenchClient();
  const answerOf = async ({ server, path, bodyOf }: Contender, asked: BenchCase) => {
    const body = bodyOf(questionOf(asked, 1, indicators));
    return JSON.parse(String(await client.ask({ url: server.url + path, token, body })));
  };
  try {
    for (const asked of cases) {
      if (!exchange || !plain) throw new Error('There is nobody to compare.');
      deepStrictEqual(await answerOf(exchange, asked), await answerOf(plain, asked));
    }
  } finally {
    client.close();
  }
}
