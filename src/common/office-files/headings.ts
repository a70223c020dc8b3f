import type { Heading } from './model';

/** A heading in its place: the first of its lines and columns, from 0. */
export interface PlacedHeading extends Heading {
  line: number;
  column: number;
}

/** Where each heading stands: a line leaves out the columns that a heading above it reaches into. */
export const placeHeadings = (headings: readonly Heading[][]): PlacedHeading[] => {
  const taken = headings.map(() => new Set<number>());
  return headings.flatMap((line, index) => {
    let column = 0;
    return line.map((heading) => {
      while (taken[index]?.has(column)) column += 1;
      const placed = { ...heading, line: index, column };
      for (const below of taken.slice(index, index + heading.lines)) {
        for (let offset = 0; offset < heading.columns; offset += 1) below.add(column + offset);
      }
      return placed;
    });
  });
};
