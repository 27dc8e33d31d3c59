import { builder } from '../../graphql/builder.ts';
import type { BedsChange } from './bed-changes.service.ts';
import { followBeds, readBedsChange } from './bed-changes.service.ts';
import { HomeRef, readsBeds } from './home-reference.schema.ts';

const BedsChangeType = builder.objectRef<BedsChange>('BedsChange').implement({
  description: 'That something changed: which home, never what of it.',
  authScopes: readsBeds,
  fields: (t) => ({
    home: t.expose('home', {
      type: HomeRef,
      nullable: true,
      description:
        'The home as it is now. Null at the beginning, after a time in which nothing was heard, and where you may no longer see a home that you saw: read again what you show.',
    }),
    at: t.expose('at', { type: 'Instant', description: 'When this was read.' }),
  }),
});

builder.subscriptionField('bedsChanged', (t) =>
  t.field({
    type: BedsChangeType,
    nullable: true,
    description:
      'Homes of a consortium as they change, those that you may see at that moment. An event comes at once, with no home. Never null.',
    authScopes: readsBeds,
    args: { consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }) },
    extensions: { shared: true },
    subscribe: (_root, { consortium }, { viewer, live }) => followBeds(viewer, live, consortium),
    resolve: (told, { consortium }, { viewer }) => readBedsChange(viewer, consortium, told),
  }),
);
