import type { AgainstOptions, AgainstResult } from './against.ts';
import { measureAgainst } from './against.ts';
import { firstMonth, funnelCases, funnelRegion, lastMonth } from './funnel-cases.ts';
import { BenchClient } from './load.ts';

const documents = {
  cohort: `query Bench($input: FosteringInput!) { fosteringFunnel(input: $input) { cohort { rows { group { key }
    cohort { households enquiries states { state households } stages { stage { code } households share }
      conversions { from { code } to { code } of reached open share } } } } } }`,
  period: `query Bench($input: FosteringInput!) { fosteringFunnel(input: $input) { period { rows { group { key }
    basis { month basis } stages { stage { code } figure { value } months { value } } } } } }`,
};

/** What funnels of a region and year cost: by the server, and the same statements by hand, in turns. */
export const measureFunnel = (options: AgainstOptions): Promise<AgainstResult[]> =>
  measureAgainst(
    {
      name: 'funnel',
      cases: funnelCases,
      account: `hub-analyst.${funnelRegion}`,
      byHand: 'plain-funnel.ts',
      bodyOf: ({ view, by }) => ({
        query: documents[view],
        variables: { input: { consortium: funnelRegion, from: firstMonth, to: lastMonth, by } },
      }),
    },
    options,
  );

const record = `mutation Bench($events: [SentEnquiryEvent!]!) {
  recordEnquiryEvents(input: { events: $events }) { outcome } }`;

/** How long it takes to record one event, the slowest twentieth left out. Unit: milliseconds. */
export interface RecordingResult {
  readonly p50: number;
  readonly p95: number;
}

/** Records an information event of one enquiry after another. */
export async function measureRecording(
  { store, watcher, servers }: AgainstOptions,
  events: number,
): Promise<RecordingResult> {
  const { rows } = await watcher.query<{ reference: string; on: string }>(
    `select reference, (received_on + 1)::text as on from fostering_enquiry
     where consortium_code = $1 and closed_on is null and initial_visit_on is null and received_on < '2026-10-01'
     order by id limit $2`,
    [funnelRegion, events],
  );
  const [server] = servers;
  if (!server || rows.length < events) throw new Error('There is nothing to record events with.');
  const client = new BenchClient();
  const times: number[] = [];
  for (const event of rows) {
    const start = performance.now();
    const answer = await client.ask({
      url: `${server.url}/graphql`,
      token: store.tokens[`hub-analyst.${funnelRegion}`] ?? '',
      body: JSON.stringify({
        query: record,
        variables: { events: [{ ...event, kind: 'INFORMATION-EVENT' }] },
      }),
    });
    times.push(performance.now() - start);
    if (!String(answer).includes('RECORDED')) throw new Error(String(answer));
  }
  client.close();
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
