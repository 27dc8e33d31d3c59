const urn = /^(SC\d{6}|\d{7})$/;

/** True for a unique reference number as Ofsted gives them: `SC` and six digits, or seven digits. */
export const isUrn = (text: string): boolean => urn.test(text);
