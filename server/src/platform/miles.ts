/** SQL: miles between two places over a sphere, to a tenth. Each is the name of a row with latitude and longitude. */
export const milesBetween = (here: string, there: string): string =>
  `round((2 * 3958.8 * asin(least(1, sqrt(
      sin(radians(${there}.latitude - ${here}.latitude) / 2) ^ 2
      + cos(radians(${here}.latitude)) * cos(radians(${there}.latitude))
        * sin(radians(${there}.longitude - ${here}.longitude) / 2) ^ 2))))::numeric, 1)::float8`;
