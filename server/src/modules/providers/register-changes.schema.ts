import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import type { Viewer } from '../access/viewer.ts';
import { changeSentence } from './change-words.ts';
import type { ChangeCount, ChangeFilter } from './register.service.ts';
import {
  changedService,
  countRegisterChanges,
  listChanges,
  registerSource,
} from './register.service.ts';
import { readsRegister, ServiceChangeRef, ServiceRef } from './register-reference.schema.ts';

const ServiceChangeKindEnum = builder.enumType('ServiceChangeKind', {
  description: 'How a newer register differs from the one before it.',
  values: {
    JOINED: { description: 'It was on no register before.' },
    LEFT: { description: 'It is on the register no more.' },
    RETURNED: { description: 'It had left, and is back.' },
    RENAMED: { description: 'Its name, or its owner’s within the same group, is another.' },
    MOVED_OWNER: { description: 'Its owner belongs to another group.' },
    MOVED_AREA: { description: 'It stands in another area.' },
    PLACES_CHANGED: { description: 'It has more or fewer registered places.' },
    JUDGEMENT_CHANGED: { description: 'Its newest overall judgement is another.' },
    STATUS_CHANGED: { description: 'It was suspended, or is so no more.' },
  },
});

builder.objectType(ServiceChangeRef, {
  description: 'How a newer register differs from the one before it.',
  authScopes: readsRegister,
  fields: (t) => ({
    service: t.field({
      type: ServiceRef,
      description: 'What changed, as it is now.',
      resolve: (change, _args, { viewer }) => changedService(viewer, change),
    }),
    kind: t.expose('changeKind', { type: ServiceChangeKindEnum, description: 'How.' }),
    before: t.exposeString('before', {
      nullable: true,
      description:
        'What it was: a name, an area or a number; a judgement or status by its code. Null where there was nothing.',
    }),
    after: t.exposeString('after', { nullable: true, description: 'What it is since, likewise.' }),
    sentence: t.string({ description: 'The same in words.', resolve: changeSentence }),
    vintage: t.expose('vintage', {
      type: 'LocalDate',
      description: 'The day the newer register speaks for.',
    }),
    source: t.string({
      description: 'The newer register.',
      resolve: async (change, _args, { viewer }) => (await registerSource(viewer, change)).title,
    }),
  }),
});

const ChangeCountType = builder.objectRef<ChangeCount>('ServiceChangeCount').implement({
  description: 'Changes of one kind.',
  authScopes: readsRegister,
  fields: (t) => ({
    kind: t.expose('kind', { type: ServiceChangeKindEnum, description: 'Which.' }),
    changes: t.exposeInt('changes', { description: 'How many.' }),
  }),
});

/** They are counted once, however many fields tell them. */
function countsOf(viewer: Viewer, filter: ChangeFilter): () => Promise<ChangeCount[]> {
  let counts: Promise<ChangeCount[]> | undefined;
  return () => {
    counts ??= countRegisterChanges(viewer, filter);
    return counts;
  };
}

const counted = (page: unknown) => (page as { counts: ReturnType<typeof countsOf> }).counts();

builder.queryField('registerChanges', (t) =>
  t.connection(
    {
      type: ServiceChangeRef,
      description: 'What newer registers changed, the newest first.',
      args: {
        since: t.arg({
          type: 'LocalDate',
          description: 'Only registers that speak for this day or a later one.',
        }),
        consortium: t.arg.string({
          description: 'Only services that stand in a member of this consortium: its code.',
        }),
        kinds: t.arg({ type: [ServiceChangeKindEnum], description: 'Only these kinds.' }),
        synthetic: t.arg.boolean({
          description: 'Only fictitious services, or only real ones; absent: both.',
        }),
      },
      authScopes: readsRegister,
      resolve: async (_root, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (slice) => listChanges(viewer, args, slice),
        )),
        counts: countsOf(viewer, args),
      }),
    },
    {
      name: 'ServiceChangeConnection',
      description: 'A page of changes.',
      authScopes: readsRegister,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: async (page) =>
            (await counted(page)).reduce((sum, { changes }) => sum + changes, 0),
        }),
        counts: c.field({
          type: [ChangeCountType],
          description: 'How many there are of each kind that there is any of, the most first.',
          resolve: counted,
        }),
      }),
    },
    { name: 'ServiceChangeEdge', description: 'A change in a page.', authScopes: readsRegister },
  ),
);
