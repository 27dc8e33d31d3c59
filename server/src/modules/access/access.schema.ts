import { builder } from '../../graphql/builder.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { consortiaOfActor, homeAuthorities } from '../authorities/authorities.service.ts';
import type { Actor } from './actor.ts';
import type { DemonstrationAccount } from './sign-in.service.ts';

const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'You.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    account: t.exposeString('account', {
      description: 'Name of the account, role.organisation in a demonstration.',
    }),
    organisation: t.exposeString('organisation', { description: 'The organisation you act for.' }),
    organisationSlug: t.exposeString('organisationSlug', {
      description: 'Its name for addresses.',
    }),
    role: t.exposeString('role', { description: 'Your role there.' }),
    authorities: t.field({
      type: [Authority],
      description: 'Authorities your organisation answers for.',
      resolve: (_actor, _args, { viewer }) => homeAuthorities(viewer),
    }),
    consortia: t.field({
      type: [Consortium],
      description: 'Consortia your organisation serves or is a member of.',
      resolve: (_actor, _args, { viewer }) => consortiaOfActor(viewer),
    }),
    permissions: t.stringList({
      description: 'What your role may do.',
      resolve: ({ permissions }) => [...permissions],
    }),
  }),
});

const DemonstrationAccountType = builder
  .objectRef<DemonstrationAccount>('DemonstrationAccount')
  .implement({
    description: 'An invented account that anybody may sign in as.',
    fields: (t) => ({
      account: t.exposeString('account', { description: 'Its name: role.organisation.' }),
      organisation: t.exposeString('organisation', { description: 'Whom it acts for.' }),
      role: t.exposeString('role', { description: 'Its role.' }),
      purpose: t.exposeString('purpose', {
        description: 'What this person comes for, in a sentence.',
      }),
      consortium: t.exposeString('consortium', {
        nullable: true,
        description: 'Code of its consortium; null outside one.',
      }),
    }),
  });

const Platform = builder
  .objectRef<{ demonstration: boolean; accounts: DemonstrationAccount[] }>('Platform')
  .implement({
    description: 'What anybody may know before signing in.',
    fields: (t) => ({
      demonstration: t.exposeBoolean('demonstration', {
        description: 'True where people and organisations’ accounts are invented.',
      }),
      accounts: t.expose('accounts', {
        type: [DemonstrationAccountType],
        description: 'Accounts of the demonstration; empty in service.',
      }),
    }),
  });

builder.queryFields((t) => ({
  viewer: t.field({
    type: Viewer,
    description: 'You.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, { viewer }) => viewer.actor,
  }),
  platform: t.field({
    type: Platform,
    description: 'What anybody may know before signing in. Needs no sign-in.',
    extensions: { public: true },
    resolve: async (_root, _args, { demonstration, signIn }) => ({
      demonstration,
      accounts: await signIn.demonstrationAccounts(),
    }),
  }),
}));

const SignInInput = builder.inputType('SignInInput', {
  description: 'Which account to sign in as.',
  fields: (t) => ({
    account: t.string({ required: true, description: 'For example commissioner.nottinghamshire.' }),
  }),
});

builder.mutationFields((t) => ({
  signIn: t.field({
    type: Viewer,
    description: 'Starts a session, in a demonstration only. Needs no sign-in; sets a cookie.',
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Which account.' }) },
    extensions: { public: true },
    resolve: async (_root, { input }, context) => {
      const { actor, secret, maxAge } = await context.signIn.startSession(input.account);
      context.become(actor);
      context.setSession({ secret, maxAge });
      await recordOwn(context.viewer, { type: 'session.started', details: {} });
      return actor;
    },
  }),
  signOut: t.field({
    type: 'Boolean',
    description: 'Ends your session at once. True if there was one.',
    authScopes: { signedIn: true },
    resolve: async (_root, _args, { setSession, sessionSecret, viewer }) => {
      if (sessionSecret === null) return false;
      await recordOwn(viewer, { type: 'session.ended', details: {} });
      setSession(null);
      return true;
    },
  }),
}));
