import { builder } from '../../graphql/builder.ts';
import type { ReturnFileRecord } from './return-files.service.ts';
import { readFiles } from './return-files.service.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';

const urlOf = ({ returnId, nth }: ReturnFileRecord) => `/exports/returns/${returnId}/files/${nth}`;

const FileOfReturn = builder.objectRef<ReturnFileRecord>('ReturnFile').implement({
  description: 'A file that a return was read from.',
  authScopes: readsReturns,
  fields: (t) => ({
    nth: t.exposeInt('nth', { description: '1, 2, 3 … in the order they were sent.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    size: t.exposeInt('size', {
      nullable: true,
      description: 'Unit: bytes. Null once it is no longer kept.',
    }),
    contentHash: t.exposeString('contentHash', {
      nullable: true,
      description: 'SHA-256 of its content, in hexadecimal; null once it is no longer kept.',
    }),
    keptUntil: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day it is kept; null once it is no longer kept.',
      resolve: ({ keepUntil }) => keepUntil,
    }),
    url: t.string({
      nullable: true,
      description: 'Where it can be downloaded as it was sent; null once it is no longer kept.',
      resolve: (file) => (file.contentHash ? urlOf(file) : null),
    }),
    markedUrl: t.string({
      nullable: true,
      description: 'Where it can be downloaded with its problems marked; null likewise.',
      resolve: (file) => (file.contentHash ? `${urlOf(file)}/marked` : null),
    }),
  }),
});

builder.objectField(ReturnRef, 'files', (t) =>
  t.field({
    type: [FileOfReturn],
    description: 'The files it was read from: of your own organisation’s returns only.',
    resolve: (record, _args, { viewer }) => readFiles(viewer, record),
  }),
);
