import { describe, expect, test } from 'vitest';
import { safeAddress, signInAddress } from './sign-in-address.ts';

describe('where sign-in leads to', () => {
  test('keeps the asked-for page with its state', () => {
    expect(safeAddress('/d2n2/compare?period=2025#figures')).toBe(
      '/d2n2/compare?period=2025#figures',
    );
  });

  test('never leaves the site', () => {
    expect(safeAddress('https://elsewhere.example/d2n2')).toBe('/');
    expect(safeAddress('//elsewhere.example/d2n2')).toBe('/');
    expect(safeAddress('/\\elsewhere.example')).toBe('/');
    expect(safeAddress('javascript:alert(1)')).toBe('/');
  });

  test('never leads back to the sign-in page', () => {
    expect(safeAddress('/sign-in?to=/d2n2')).toBe('/');
  });

  test('is the first page when nothing was asked for', () => {
    expect(safeAddress(null)).toBe('/');
  });
});

describe('the address of the sign-in page', () => {
  test('holds the page that was asked for', () => {
    expect(signInAddress('/d2n2/compare?period=2025')).toBe(
      '/sign-in?to=%2Fd2n2%2Fcompare%3Fperiod%3D2025',
    );
  });

  test('holds nothing for the first page', () => {
    expect(signInAddress('/')).toBe('/sign-in');
  });
});
