import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { sharingRecipients } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { builder } from '../../graphql/builder.ts';
import { Organisation } from '../access/organisation.schema.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { SharingAgreement } from './agreement.schema.ts';
import { findAgreement } from './agreements.service.ts';
import type { Matrix, MatrixCell, Preview, PreviewCell } from './sharing.service.ts';
import { previewAs, readMatrix } from './sharing.service.ts';
import { SharingLevelEnum, SharingRecipientEnum } from './sharing-enums.schema.ts';

const Cell = builder.objectRef<MatrixCell>('SharingMatrixCell').implement({
  description: 'One authority’s dataset for one kind of recipient.',
  authScopes: { signedIn: true, permission: 'agreement:read' },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose data.' }),
    dataset: t.exposeString('dataset', { description: 'Which data.' }),
    recipient: t.expose('recipient', { type: SharingRecipientEnum, description: 'For whom.' }),
    level: t.expose('level', {
      type: SharingLevelEnum,
      description: 'The most that an organisation of that kind sees, today.',
    }),
    receivers: t.exposeInt('receivers', {
      nullable: true,
      description:
        'How many other members see that much: those that have signed as well. Null for recipients that are not members.',
    }),
    receiversInAll: t.exposeInt('receiversInAll', {
      nullable: true,
      description: 'How many other members there are. Null for recipients that are not members.',
    }),
    agreement: t.field({
      type: SharingAgreement,
      nullable: true,
      description: 'The agreement that grants it; null where nothing is granted.',
      resolve: ({ agreement }, _args, { viewer }) =>
        agreement === null ? null : findAgreement(viewer, agreement),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why there is none, in words; null where there is one.',
    }),
  }),
});

const MatrixType = builder.objectRef<Matrix>('SharingMatrix').implement({
  description: 'Who lets whom see what today: authority × dataset × recipient.',
  authScopes: { signedIn: true, permission: 'agreement:read' },
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Of whom.' }),
    datasets: t.stringList({ description: 'Its columns.', resolve: () => [...datasets] }),
    recipients: t.field({
      type: [SharingRecipientEnum],
      description: 'Its layers.',
      resolve: () => [...sharingRecipients],
    }),
    cells: t.expose('cells', { type: [Cell], description: 'Authority by authority.' }),
  }),
});

const PreviewCellType = builder.objectRef<PreviewCell>('SharingPreviewCell').implement({
  description: 'What an organisation may see of one authority’s dataset; never a figure.',
  authScopes: { signedIn: true, permission: 'sharing:preview' },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose data.' }),
    dataset: t.exposeString('dataset', { description: 'Which data.' }),
    level: t.expose('level', { type: SharingLevelEnum, description: 'How much, today.' }),
    why: t.exposeString('why', { description: '“own”, the agreement, or what is missing.' }),
    agreement: t.field({
      type: SharingAgreement,
      nullable: true,
      description: 'The agreement that grants it; null for own data and where nothing is granted.',
      resolve: ({ agreement }, _args, { viewer }) =>
        agreement === null ? null : findAgreement(viewer, agreement),
    }),
  }),
});

const PreviewType = builder.objectRef<Preview>('SharingPreview').implement({
  description:
    'What an organisation may see, computed by the same function as its own sight; never a figure.',
  authScopes: { signedIn: true, permission: 'sharing:preview' },
  fields: (t) => ({
    organisation: t.expose('organisation', { type: Organisation, description: 'Who would look.' }),
    role: t.exposeString('role', { description: 'In which role.' }),
    cells: t.expose('cells', {
      type: [PreviewCellType],
      description: 'Authority by authority, of the consortia that you share with it.',
    }),
  }),
});

builder.queryFields((t) => ({
  sharingMatrix: t.field({
    type: MatrixType,
    description: 'Who lets whom see what today in a consortium of yours.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Its code, for example d2n2.' }),
    },
    authScopes: { signedIn: true, permission: 'agreement:read' },
    resolve: (_root, { consortium }, { viewer }) => readMatrix(viewer, consortium),
  }),
  previewAs: t.field({
    type: PreviewType,
    description:
      'What another organisation of your consortia may see, and why: levels, never figures.',
    args: {
      organisation: t.arg.string({ required: true, description: 'Its slug, for example derby.' }),
      role: t.arg.string({
        description: 'The role to look as; a commissioner or hub analyst if absent.',
      }),
    },
    authScopes: { signedIn: true, permission: 'sharing:preview' },
    resolve: (_root, args, { viewer }) => previewAs(viewer, args),
  }),
}));
