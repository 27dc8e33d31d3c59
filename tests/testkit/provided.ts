/** What the set-up of a test run hands to every test file. */
export interface TestCluster {
  /** The template database, as its owner. */
  readonly ownerUrl: string;
  /** The same, as PostgreSQL's superuser, whom no policy binds. */
  readonly superuserUrl: string;
  /** What the passwords of login roles are worked out from. */
  readonly roleSecret: string;
  /** Bearer tokens of the demonstration's accounts, by account. */
  readonly tokens: Readonly<Record<string, string>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly cluster: TestCluster;
  }
}
