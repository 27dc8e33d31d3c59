/** Why a person is asked to sign in. */
export type SignInReason = 'ended' | 'needed' | 'signed-out';

const anyOrigin = 'https://origin.invalid';

/** Keeps an address only if it is a page of ours: anything else leads to the first page. */
export function safeAddress(address: string | null): string {
  if (address === null || !address.startsWith('/')) return '/';
  const url = URL.parse(address, anyOrigin);
  if (url === null || url.origin !== anyOrigin || url.pathname === '/sign-in') return '/';
  return url.pathname + url.search + url.hash;
}

/** The sign-in page's address, holding where to go afterwards. */
export function signInAddress(to: string): string {
  const address = safeAddress(to);
  return address === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(address)}`;
}
