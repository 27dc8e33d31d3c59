import type { OcdsProblem } from '@sufficiency/shared/providers/ocds.ts';
import { builder } from '../../graphql/builder.ts';
import { FrameworkRef } from './framework-reference.schema.ts';
import type { ImportedNotice, OcdsImport } from './ocds-import.service.ts';
import { importOcds } from './ocds-import.service.ts';
import type { NoticeChange, PlannedSupplier } from './ocds-plan.ts';

const writes = { signedIn: true, permission: 'framework:write' } as const;

const NoticeOutcomeEnum = builder.enumType('OcdsNoticeOutcome', {
  description: 'What becomes of a notice.',
  values: {
    NEW: { description: 'A framework is added.' },
    CHANGED: { description: 'It is a later version of a framework that is there.' },
    UNCHANGED: { description: 'It is there as it is.' },
    OLDER: { description: 'A newer notice of it is known: nothing is taken from this one.' },
  },
});

const SupplierOutcomeEnum = builder.enumType('OcdsSupplierOutcome', {
  description: 'What becomes of a supplier that a notice names.',
  values: {
    ADDED: { description: 'Comes on the framework.' },
    KNOWN: { description: 'Is on it already.' },
    QUERY: { description: 'Is no provider of the register by its name: somebody must look.' },
  },
});

const Problem = builder.objectRef<OcdsProblem>('OcdsProblem').implement({
  description: 'Why a file of notices cannot be used.',
  authScopes: writes,
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Where in the file, for example `releases[0].ocid`; empty: all of it.',
    }),
    message: t.exposeString('message', { description: 'A plain sentence.' }),
  }),
});

const Change = builder.objectRef<NoticeChange>('OcdsChange').implement({
  description: 'A difference between what is known and what a notice says.',
  authScopes: writes,
  fields: (t) => ({
    field: t.exposeString('field', { description: 'What differs, in words.' }),
    before: t.exposeString('before', { nullable: true, description: 'As it is known.' }),
    after: t.exposeString('after', { nullable: true, description: 'As the notice says.' }),
  }),
});

const Alike = builder.objectRef<PlannedSupplier['alike'][number]>('AlikeProvider').implement({
  description: 'A provider of the register whose name is much like one that is not there.',
  authScopes: writes,
  fields: (t) => ({
    key: t.exposeString('key', { description: 'For `provider(key:)`.' }),
    name: t.exposeString('name', { description: 'As the register spells it.' }),
  }),
});

const Supplier = builder.objectRef<PlannedSupplier>('OcdsSupplier').implement({
  description: 'Whom a notice awards.',
  authScopes: writes,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the notice writes it.' }),
    outcome: t.expose('outcome', { type: SupplierOutcomeEnum, description: 'What becomes of it.' }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
    provider: t.field({
      type: Alike,
      nullable: true,
      description: 'The provider of the register that is meant; null for a query.',
      resolve: ({ provider }) => provider,
    }),
    alike: t.field({
      type: [Alike],
      description: 'Providers that a query could mean, the likeliest first.',
      resolve: ({ alike }) => [...alike],
    }),
    lots: t.exposeStringList('lots', {
      description: 'Lots it is awarded; none where the notice names none.',
    }),
  }),
});

const Notice = builder.objectRef<ImportedNotice>('OcdsNotice').implement({
  description: 'A procurement as a file says it, and what becomes of it.',
  authScopes: writes,
  fields: (t) => ({
    ocid: t.string({ description: 'Open Contracting id.', resolve: ({ notice }) => notice.ocid }),
    title: t.string({ description: 'As published.', resolve: ({ notice }) => notice.title }),
    description: t.string({
      nullable: true,
      description:
        'As published, to be read and not kept; without addresses and telephone numbers.',
      resolve: ({ notice }) => notice.description,
    }),
    buyers: t.stringList({
      description: 'As published.',
      resolve: ({ notice }) => [...notice.buyers],
    }),
    startsOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'First day.',
      resolve: ({ notice }) => notice.startsOn,
    }),
    endsOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day.',
      resolve: ({ notice }) => notice.endsOn,
    }),
    value: t.float({
      nullable: true,
      description:
        'Over its whole term; null where it is not known, which publishers write as 0. Unit: GBP.',
      resolve: ({ notice }) => notice.value,
    }),
    releases: t.int({
      description: 'Versions of it in the file.',
      resolve: ({ notice }) => notice.releases.length,
    }),
    outcome: t.expose('outcome', { type: NoticeOutcomeEnum, description: 'What becomes of it.' }),
    changes: t.field({
      type: [Change],
      description: 'What differs from the version that is known.',
      resolve: ({ changes }) => [...changes],
    }),
    suppliers: t.field({
      type: [Supplier],
      description: 'Whom it awards, each once; nobody where it is older than what is known.',
      resolve: ({ suppliers }) => [...suppliers],
    }),
    framework: t.field({
      type: FrameworkRef,
      nullable: true,
      description: 'The framework as it is now; null where there is none yet.',
      resolve: ({ framework }) => framework,
    }),
  }),
});

const Import = builder.objectRef<OcdsImport>('OcdsImport').implement({
  description: 'What a file of notices would change, or has changed: all of it or nothing.',
  authScopes: writes,
  fields: (t) => ({
    applied: t.exposeBoolean('applied', {
      description: 'True where it was done; false where it was only looked at, or cannot be used.',
    }),
    problems: t.field({
      type: [Problem],
      description: 'Why nothing of the file can be used.',
      resolve: ({ problems }) => [...problems],
    }),
    notices: t.field({
      type: [Notice],
      description: 'Its notices, one for each procurement.',
      resolve: ({ notices }) => [...notices],
    }),
  }),
});

const ImportOcdsInput = builder.inputType('ImportOcdsInput', {
  description: 'A file of contract notices.',
  fields: (t) => ({
    file: t.field({
      type: 'File',
      required: true,
      description:
        'JSON of the Open Contracting Data Standard 1.1: a package of releases, or one release; 5 MB and 100 procurements at most.',
    }),
    apply: t.boolean({
      defaultValue: false,
      description: 'True: do it. False: only say what would change.',
    }),
  }),
});

builder.mutationField('importOcds', (t) =>
  t.field({
    type: Import,
    description:
      'Reads contract notices as frameworks of your organisation. A revised notice is a later version of its framework; suppliers that are not in the register become queries.',
    args: { input: t.arg({ type: ImportOcdsInput, required: true, description: 'The file.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      importOcds(viewer, { file: input.file, apply: input.apply === true }),
  }),
);
