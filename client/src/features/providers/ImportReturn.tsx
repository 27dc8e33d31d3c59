import { ImportAccepted } from './ImportAccepted.tsx';
import { ImportPurchases } from './ImportPurchases.tsx';
import { TakeFromReturnMutation } from './import-queries.ts';

/** Memberships and block contracts from an accepted return of providers of one’s own. */
export function ImportReturn() {
  return (
    <ImportAccepted
      dataset="providers"
      none="No return of providers of yours was accepted yet."
      document={TakeFromReturnMutation}
    >
      {({ takeFromReturn }, doing) => <ImportPurchases found={takeFromReturn} {...doing} />}
    </ImportAccepted>
  );
}
