import { randomUUID } from 'node:crypto';
import { arrangeAgreement, forgetAgreements, usual } from '../sharing/agreements.ts';
import type { Answer, TestApp } from '../testkit/app.ts';
import type { Followed } from '../testkit/following.ts';
import { refusalOf, send } from '../testkit/requests.ts';

export const derby = 'E06000015';
/** A month that has ended by the clock of these tests, 2026-06-15. */
const may = '2026-05';

/** What tests look at of a return. */
export interface SeenReturn {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly revision: number;
  readonly [field: string]: unknown;
}

const seenFields = 'id version status revision';

/** A table as a CSV file. */
export interface SentText {
  readonly name: string;
  readonly text: string | Uint8Array<ArrayBuffer>;
}

/** A return of demand that is complete: so many requests in the month, all of them alike. */
export function demandFiles(requests: number, period = may, authority = derby): SentText[] {
  const line = (...cells: readonly (string | number)[]) => [authority, period, ...cells].join(',');
  const file = (name: string, ...lines: readonly string[]) => ({
    name: `${name}.csv`,
    text: `${lines.join('\r\n')}\r\n`,
  });
  return [
    file(
      'requests-by-type',
      'authority_code,period,type_wanted,type_secured,requests',
      line('FOSTER', 'FOSTER', requests),
      line('TOTAL', 'TOTAL', requests),
    ),
    file(
      'requests-by-notice',
      'authority_code,period,notice,requests',
      line('PLANNED', requests),
      line('TOTAL', requests),
    ),
    file(
      'requests-by-outcome',
      'authority_code,period,outcome,requests',
      line('SECURED', requests),
      line('TOTAL', requests),
    ),
  ];
}

/** What a mutation is to answer of the return. */
const mutationOf = (name: string, type: string, fields = seenFields) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;

const SUBMIT = (fields: string) => mutationOf('submitReturn', 'SubmitReturnInput', fields);

/** Sends a return and asks no more than the usual. */
export const submitDocument = SUBMIT(seenFields);

/** A GraphQL multipart request as bytes, with its headers. */
export async function multipart(query: string, input: object, files: readonly SentText[]) {
  const form = new FormData();
  const variables = { input: { files: files.map(() => null), ...input } };
  form.set('operations', JSON.stringify({ query, variables }));
  const paths = files.map((_, index) => [String(index), [`variables.input.files.${index}`]]);
  form.set('map', JSON.stringify(Object.fromEntries(paths)));
  for (const [index, { name, text }] of files.entries()) {
    form.set(String(index), new File([text], name));
  }
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  return {
    body,
    headers: {
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': String(body.byteLength),
    },
  };
}

/** What is sent unless a test says otherwise: Derby's demand for May. */
const demandOfMay = { authority: derby, dataset: 'demand', period: may };

/** Sends files as an account of the demonstration; the API's own answer. */
export async function submit(
  app: TestApp,
  account: string,
  files: readonly SentText[],
  {
    fields = seenFields,
    ...input
  }: { readonly fields?: string; readonly [given: string]: unknown } = {},
): Promise<Answer<{ submitReturn: SeenReturn }>> {
  const { body, headers } = await multipart(SUBMIT(fields), { ...demandOfMay, ...input }, files);
  const response = await send(app, '/graphql', {
    method: 'POST',
    headers: { ...headers, ...app.credentialsOf(account) },
    body,
  });
  return response.json();
}

/** The return that a sending made, which must not be refused. */
export async function submitted(
  app: TestApp,
  files: readonly SentText[],
  input: { readonly fields?: string; readonly [given: string]: unknown } = {},
  account = 'commissioner.derby',
): Promise<SeenReturn> {
  const answer = await submit(app, account, files, input);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.submitReturn;
}

/** Changes where a return stands; the API's own answer. */
export const change = (
  app: TestApp,
  account: string,
  name: string,
  {
    type = inputs[name] ?? '',
    fields = seenFields,
    ...input
  }: { readonly type?: string; readonly fields?: string; readonly [given: string]: unknown },
): Promise<Answer<Record<string, SeenReturn>>> =>
  app.as<Record<string, SeenReturn>>(account, mutationOf(name, type, fields), { input });

const inputs: Readonly<Record<string, string>> = {
  confirmReturn: 'ReturnInput',
  acceptReturn: 'ReturnInput',
  approveReturn: 'ApproveReturnInput',
  reopenReturn: 'ReturnReasonInput',
  withdrawReturn: 'ReturnReasonInput',
  explainReturnProblems: 'ExplainReturnProblemsInput',
};

/** The return after a change that must not be refused. */
export async function changed(
  app: TestApp,
  account: string,
  name: string,
  input: { readonly fields?: string; readonly [given: string]: unknown },
): Promise<SeenReturn> {
  const answer = await change(app, account, name, input);
  const found = answer.data?.[name];
  if (!found) throw new Error(refusalOf(answer));
  return found;
}

/** Which version, as it was seen. */
export const seen = ({ id, revision }: SeenReturn) => ({ id, revision });

export const office = { office: 'Director of Children’s Services', attested: true };

/** Sends a return and approves it. */
export async function approved(app: TestApp, files: readonly SentText[], input = {}) {
  const sent = await submitted(app, files, input);
  return changed(app, 'approver.derby', 'approveReturn', { ...seen(sent), ...office });
}

/** Sends a return, approves it and has the hub accept it. */
export async function accepted(app: TestApp, files: readonly SentText[], input = {}) {
  const sent = await approved(app, files, input);
  return changed(app, 'hub-analyst.d2n2', 'acceptReturn', seen(sent));
}

/** The only agreement in force: the hub sees demand of Derby and Nottingham exactly, members released. */
export async function arrangeHubSight(app: Pick<TestApp, 'db'>): Promise<void> {
  await forgetAgreements(app.db);
  await arrangeAgreement(app.db, {
    ...usual,
    id: randomUUID(),
    items: [
      { dataset: 'demand', recipient: 'HUB', level: 'EXACT' },
      { dataset: 'demand', recipient: 'MEMBERS', level: 'RELEASED' },
    ],
  });
}

/** Forgets every return there is. */
export async function forgetReturns({ db }: Pick<TestApp, 'db'>): Promise<void> {
  for (const table of [
    'observation',
    'return_figure',
    'return_row',
    'return_problem',
    'return_step',
    'return_upload',
    'return_file',
    'return_progress',
    'return_receipt',
    '"return"',
  ]) {
    await db.query(`delete from ${table}`);
  }
}

/** What an indicator says at an instant, as text: one for each figure in use then. */
export async function figuresInUse(
  { db }: TestApp,
  indicator: string,
  at: Date,
): Promise<string[]> {
  const { rows } = await db.query<{ text: string }>(
    `select coalesce(o.value::text, o.symbol) as text from observation o join indicator i on i.id = o.indicator_id
     where i.key = $1 and o.recorded_at <= $2 and (o.superseded_at is null or o.superseded_at > $2) order by 1`,
    [indicator, at],
  );
  return rows.map(({ text }) => text);
}

/** Every version there is, as `version status`. */
export async function statusesOf({ db }: Pick<TestApp, 'db'>): Promise<string[]> {
  const { rows } = await db.query<{ line: string }>(
    `select concat_ws(' ', version, status) as line from "return" order by version`,
  );
  return rows.map(({ line }) => line);
}

/** Everything that is told of a sending until it has come to a stage. */
export async function tellOff(followed: Followed, last: string): Promise<readonly ToldProgress[]> {
  const heard: ToldProgress[] = [];
  while (heard.at(-1)?.stage !== last) {
    const event = (await followed.next()) as {
      readonly data?: { readonly returnProgress?: ToldProgress };
    };
    if (!event.data?.returnProgress) throw new Error(JSON.stringify(event));
    heard.push(event.data.returnProgress);
  }
  return heard;
}

interface ToldProgress {
  readonly stage: string;
  readonly returnId: string | null;
}
