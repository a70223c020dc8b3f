import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { DenseTable, Figure, Scroller } from './dense-table';

/** A column's heading: its text; over figures, which stand to the right; or only read aloud. */
type Heading = string | { figure: string } | { unseen: string };

/** What its rows are known by stays in sight while the rest scrolls; on a telephone it leaves room for that. */
const ListedTable = styled(DenseTable)`
  tr > :first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    max-width: 45vw;
    overflow-wrap: anywhere;
  }
`;

interface ListTableProps {
  /** What the table shows: read aloud, not seen. */
  caption: string;
  headings: readonly Heading[];
  /** Its rows. */
  children: ReactNode;
}

/** A dense table under one row of headings, which scrolls sideways where it is too wide. */
export const ListTable = ({ caption, headings, children }: ListTableProps) => (
  <Scroller role="region" aria-label={caption} tabIndex={0}>
    <ListedTable>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headings.map((heading, index) => (
            <HeadingCell key={index} heading={heading} />
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </ListedTable>
  </Scroller>
);

const HeadingCell = ({ heading }: { heading: Heading }) => {
  if (typeof heading === 'string') return <th scope="col">{heading}</th>;
  if ('unseen' in heading) return <th scope="col" aria-label={heading.unseen} />;
  return (
    <Figure as="th" scope="col">
      {heading.figure}
    </Figure>
  );
};
