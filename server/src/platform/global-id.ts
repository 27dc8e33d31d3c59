/** An id as the API gives it, of what services know by the id of its row: a refusal names it as it was sent. */
export const globalIdOf = (
  type:
    | 'Framework'
    | 'FrameworkLot'
    | 'Home'
    | 'PlacesPlan'
    | 'Return'
    | 'SavedComparison'
    | 'SharingAgreement',
  id: string,
) => Buffer.from(`${type}:${id}`).toString('base64');
