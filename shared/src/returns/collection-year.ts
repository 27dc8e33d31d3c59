/**
 * The collection year whose codes the formats take. 2025-26 knew the same codes, so its months are told in this form, too.
 */
export const collectionYear = '2026-27';
