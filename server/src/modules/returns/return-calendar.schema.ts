import { builder } from '../../graphql/builder.ts';
import { AuthorityRef, Consortium } from '../authorities/authorities.schema.ts';
import type {
  AuthorityCollection,
  MonthWithReturn,
  ReturnCalendar,
} from './return-calendar.service.ts';
import { readReturnCalendar } from './return-calendar.service.ts';
import type { Timeliness } from './return-calendar.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';

const StateEnum = builder.enumType('CollectionState', {
  description: 'Where the collection of one month stands.',
  values: {
    NOT_DUE: { description: 'It has not come, and there is time.' },
    LATE: { description: 'It has not come, and was due.' },
    RECEIVED: {
      description:
        'It has come, a version that was submitted and that nobody withdrew, and is not in use. Without `return` it waits for its own authority’s approval.',
    },
    IN_USE: { description: 'Its figures are in use.' },
    NOT_SHARED: { description: 'Not shared with you.' },
  },
});

const Month = builder.objectRef<MonthWithReturn>('CollectionMonth').implement({
  description: 'One authority’s dataset and month.',
  authScopes: readsReturns,
  fields: (t) => ({
    dataset: t.exposeString('dataset', {
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    period: t.exposeString('period', { description: 'The month, for example 2026-09.' }),
    opensOn: t.expose('opensOn', {
      type: 'LocalDate',
      description: 'From this day on it can be sent.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'LocalDate',
      description: 'Up to and including this day it is on time.',
    }),
    state: t.expose('state', { type: StateEnum, description: 'Where it stands.' }),
    receivedAt: t.expose('receivedAt', {
      type: 'Instant',
      nullable: true,
      description:
        'When a version was first submitted that nobody withdrew; null where it has not come.',
    }),
    onTime: t.exposeBoolean('onTime', {
      nullable: true,
      description: 'Whether that was in time; null where it has not come.',
    }),
    return: t.expose('record', {
      type: ReturnRef,
      nullable: true,
      description:
        'The version in use, else the latest, that you may read; null where there is none.',
    }),
    newer: t.expose('newer', {
      type: ReturnRef,
      nullable: true,
      description:
        'A later version than the one in use that is on its way and that you may read; null where there is none.',
    }),
  }),
});

const TimelinessType = builder.objectRef<Timeliness>('ReturnTimeliness').implement({
  description: 'How an authority has sent what was due before today, of what is shared with you.',
  authScopes: readsReturns,
  fields: (t) => ({
    due: t.exposeInt('due', { description: 'Datasets and months that were due.' }),
    received: t.exposeInt('received', { description: 'Of these, how many have come.' }),
    inUse: t.exposeInt('inUse', { description: 'Of these, how many are in use.' }),
    onTime: t.exposeInt('onTime', { description: 'Of these, how many came in time.' }),
  }),
});

const CollectionType = builder.objectRef<AuthorityCollection>('AuthorityCollection').implement({
  description: 'What one authority has sent.',
  authScopes: readsReturns,
  fields: (t) => ({
    authority: t.expose('authority', { type: AuthorityRef, description: 'Whose returns.' }),
    months: t.field({
      type: [Month],
      description: 'Every dataset of every month, dataset by dataset.',
      resolve: ({ months }) => [...months],
    }),
    timeliness: t.expose('timeliness', {
      type: TimelinessType,
      nullable: true,
      description: 'Timeliness and completeness; null where nothing is shared with you.',
    }),
  }),
});

const Calendar = builder.objectRef<ReturnCalendar>('ReturnCalendar').implement({
  description: 'Who has sent what, and who is late.',
  authScopes: readsReturns,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members.' }),
    periods: t.stringList({
      description: 'The last 12 months that have ended, the latest last.',
      resolve: ({ periods }) => [...periods],
    }),
    authorities: t.field({
      type: [CollectionType],
      description: 'Its members by name, or those of one’s own.',
      resolve: ({ authorities }) => [...authorities],
    }),
  }),
});

builder.queryField('returnCalendar', (t) =>
  t.field({
    type: Calendar,
    description: 'What the members of a consortium have sent in the last 12 months.',
    authScopes: readsReturns,
    args: {
      consortium: t.arg.string({ required: true, description: 'Its code, for example d2n2.' }),
      onlyOwn: t.arg.boolean({
        defaultValue: false,
        description: 'True: of the authorities that your organisation answers for, no others.',
      }),
    },
    resolve: (_root, { consortium, onlyOwn }, { viewer }) =>
      readReturnCalendar(viewer, consortium, { onlyOwn: onlyOwn === true }),
  }),
);
