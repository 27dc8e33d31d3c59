/** Why a release could not be built, in a sentence for its hub. Never names a figure. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
}
