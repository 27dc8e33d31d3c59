import { builder } from '../../graphql/builder.ts';
import type { ReturnProgress } from './return-progress.service.ts';
import { followProgress, readProgress } from './return-progress.service.ts';
import { ReturnRef } from './return-reference.schema.ts';

const ReturnProgressType = builder.objectRef<ReturnProgress>('ReturnProgress').implement({
  description: 'How far work on something that was sent has come.',
  authScopes: { signedIn: true, permission: 'return:submit' },
  fields: (t) => ({
    stage: t.exposeString('stage', {
      description: 'received, reading, checking, storing, done or failed.',
    }),
    done: t.exposeInt('done', { description: 'Rows, or bytes while reading, that are done.' }),
    total: t.exposeInt('total', {
      nullable: true,
      description: 'Of how many; null while nobody knows.',
    }),
    returnId: t.globalID({
      nullable: true,
      description: 'The return it became: give it to `return`; null until it is done.',
      resolve: ({ returnId }) => returnId && { type: ReturnRef, id: returnId },
    }),
  }),
});

builder.subscriptionField('returnProgress', (t) =>
  t.field({
    type: ReturnProgressType,
    nullable: true,
    description:
      'How far a submission has come, at once and with every step; null while nothing of that key is known.',
    authScopes: { signedIn: true, permission: 'return:submit' },
    args: {
      key: t.arg.id({
        required: true,
        description: 'The `progressKey` of the submission: a UUID that you chose.',
      }),
    },
    subscribe: (_root, { key }, { viewer, live }) => followProgress(viewer, live, key),
    resolve: (_root, { key }, { viewer }) => readProgress(viewer, key),
  }),
);
