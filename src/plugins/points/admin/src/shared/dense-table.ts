import { styled } from 'styled-components';

/** What dense, ruled tables are built of. In sight stay the first columns where they are `Rank` and `Name`. */
export const Scroller = styled.div`
  overflow-x: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const RANK_WIDTH = '5.6rem';

export const DenseTable = styled.table`
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};

  caption {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  th,
  td {
    padding: 0.7rem 1.2rem;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    vertical-align: middle;
    text-align: left;
    background: ${({ theme }) => theme.colors.neutral0};
  }

  thead th {
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 1.2rem;
    font-weight: 600;
    white-space: nowrap;
  }

  thead th.group {
    text-align: center;
    border-left: 1px solid ${({ theme }) => theme.colors.neutral200};
  }

  tbody tr:hover > * {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  tfoot > tr > * {
    background: ${({ theme }) => theme.colors.neutral100};
    border-bottom: none;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral300};
    font-weight: 600;
  }

  .total {
    font-weight: 600;
  }
`;

export const Rank = styled.td`
  position: sticky;
  left: 0;
  z-index: 1;
  width: ${RANK_WIDTH};
  min-width: ${RANK_WIDTH};
  max-width: ${RANK_WIDTH};
  && {
    text-align: center;
  }

  font-variant-numeric: tabular-nums;
`;

export const Name = styled.td`
  position: sticky;
  left: ${RANK_WIDTH};
  z-index: 1;
  min-width: 16rem;
  max-width: 28rem;
  text-align: left;
  font-weight: 500;
  border-right: 1px solid ${({ theme }) => theme.colors.neutral200};

  small {
    display: block;
    font-size: 1.2rem;
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

export const Figure = styled.td`
  && {
    text-align: right;
  }

  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

export const Count = styled.span`
  display: block;
  font-size: 1.1rem;
  font-weight: 400;
  color: ${({ theme }) => theme.colors.neutral600};
`;
