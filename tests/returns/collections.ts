import type { TestApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';

export const CALENDAR = `query ($consortium: String!) { returnCalendar(consortium: $consortium) {
  periods
  authorities {
    authority { name }
    timeliness { due received inUse onTime }
    months { dataset period opensOn dueOn state onTime return { status } newer { status version } }
  }
} }`;

interface Collection {
  readonly authority: { readonly name: string };
  readonly timeliness: { readonly received: number; readonly onTime: number } | null;
  readonly months: readonly {
    readonly dataset: string;
    readonly period: string;
    readonly state: string;
    readonly return: { readonly status: string } | null;
    readonly newer: { readonly status: string; readonly version: number } | null;
  }[];
}

/** What an account may know of what an authority has sent: of its demand, month by month. */
export async function collectionOf(app: TestApp, account: string, name: string) {
  const answer = await app.as<{ returnCalendar: { periods: string[]; authorities: Collection[] } }>(
    account,
    CALENDAR,
    { consortium: 'd2n2' },
  );
  if (!answer.data) throw new Error(refusalOf(answer));
  const { periods, authorities } = answer.data.returnCalendar;
  const found = authorities.find(({ authority }) => authority.name === name);
  const demand = found?.months.filter(({ dataset }) => dataset === 'demand') ?? [];
  return { periods, timeliness: found?.timeliness, demand };
}
