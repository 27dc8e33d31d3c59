/** One hue from light to dark, for paper; style sheets override it on the screen. */
export const shadeColours = ['#E1EDF7', '#B1CFE8', '#72A7D2', '#3573A9', '#12436D'] as const;

/** What can be read on each of them. */
export const textColours = ['#16191C', '#16191C', '#16191C', '#FFFFFF', '#FFFFFF'] as const;
