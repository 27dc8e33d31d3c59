import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaText, shadeOf, shadesOf, shadeText, toneOf } from './map-shades.ts';

const areasOf = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ code: `E${index}`, name: `Area ${index}`, value }));

describe('shades of a map', () => {
  test('are one for each value where there are few, from light to dark', () => {
    const shades = shadesOf(areasOf([271, 132, 115, 236]));

    expect(shades.map(shadeText)).toEqual(['115', '132', '236', '271']);
    expect(shades.map((_, index) => toneOf(index, shades))).toEqual([0, 1, 3, 4]);
  });

  test('are five ranges of about as many areas each where there are many', () => {
    const shades = shadesOf(areasOf(Array.from({ length: 100 }, (_, index) => index + 1)));

    expect(shades.map(shadeText)).toEqual([
      '1 to 20',
      '21 to 40',
      '41 to 60',
      '61 to 80',
      '81 to 100',
    ]);
  });

  test('are none for zero and for what is not known, which is never written as zero', () => {
    const shades = shadesOf(areasOf([0, null, 5]));

    expect(shadeOf(0, shades)).toBeNull();
    expect(shadeOf(null, shades)).toBeNull();
    expect(areaText(null)).toBe('–');
    expect(areaText(0)).toBe('0');
  });

  test('hold every value above zero in the range that the legend prints', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(500)), { maxLength: 160 }), (values) => {
        const shades = shadesOf(areasOf(values));
        const above = values.filter((value) => value !== null && value > 0);
        const held = above.filter((value) => {
          const shade = shades[shadeOf(value, shades) ?? -1];
          return shade !== undefined && Number(value) >= shade.least && Number(value) <= shade.most;
        });
        expect(held).toEqual(above);
        expect(shades.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
