import { builder } from '../../graphql/builder.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import { SharingAgreement } from './agreement.schema.ts';
import { findAgreement, textOfKey } from './agreements.service.ts';

builder.objectField(FigureType, 'agreement', (t) =>
  t.field({
    type: SharingAgreement,
    nullable: true,
    description:
      'The agreement that lets you see it; null for public and own figures, where there is no figure to see, and where you may not read agreements.',
    resolve: async ({ agreement }, _args, { viewer }) =>
      agreement ? await findAgreement(viewer, textOfKey(agreement)) : null,
  }),
);
