/** Points as the format counts letters: in halves. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Points as the format counts lengths: in twentieths. */
export const twips = (points: number): number => Math.round(points * 20);
