// The generated client, under a name that does not move when its folder does.
export * from '../generated/client/client.ts';
