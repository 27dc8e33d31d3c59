import { builder } from '../../graphql/builder.ts';
import type { ReferralCount } from './referral-counts.service.ts';
import { countReferrals } from './referral-counts.service.ts';
import { findsBeds } from './vacancy-reference.schema.ts';

const Grouping = builder.enumType('ReferralGrouping', {
  description: 'What noted searches are counted by.',
  values: {
    MONTH: { description: 'The calendar month in which they were made, in England.' },
    AGE_BAND: { description: 'The age band that was asked for.' },
    NEED: { description: 'A need that was named: a search that named two counts with each.' },
    NOTICE: { description: 'The notice that was given.' },
  },
});

const Count = builder.objectRef<ReferralCount>('ReferralCount').implement({
  description: 'What noted searches that are alike came to. Unit: searches, not children.',
  authScopes: findsBeds,
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description:
        'The month, YYYY-MM, or the code of what was asked for: UNDER-10, MENTAL-HEALTH, CRISIS and so on; null where that did not matter.',
    }),
    searches: t.exposeInt('searches', { description: 'All of them.' }),
    foundNone: t.exposeInt('foundNone', {
      description: 'Of those, searches that found no home with a place you may have.',
    }),
    placed: t.exposeInt('placed', {
      description: 'Of those, searches that ended with a place in a home that was found.',
    }),
    open: t.exposeInt('open', {
      description: 'Of those, searches of which it is not said yet what became of them.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where one of them is made up for a demonstration.',
    }),
  }),
});

builder.queryField('referralCounts', (t) =>
  t.field({
    type: [Count],
    description:
      'What the searches that your organisation noted came to in twelve calendar months, this one among them. Nobody else reads it: counts of searches leave by the return of placement requests and its releases.',
    args: { by: t.arg({ type: Grouping, required: true, description: 'What to count them by.' }) },
    authScopes: findsBeds,
    resolve: (_root, { by }, { viewer }) => countReferrals(viewer, by),
  }),
);
