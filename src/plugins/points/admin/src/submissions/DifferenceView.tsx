import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Difference, TextChange } from '../../../shared/contracts';

const Text = styled(Typography)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;

  ins {
    background: ${({ theme }) => theme.colors.success100};
    color: ${({ theme }) => theme.colors.success700};
  }

  del {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
  }
`;

const Change = ({ kind, text }: TextChange) => {
  if (kind === 'added') return <ins>{text}</ins>;
  return kind === 'removed' ? <del>{text}</del> : <>{text}</>;
};

const Changes = ({ changes }: { changes: readonly TextChange[] }) => (
  <Text tag="p" variant="pi">
    {changes.map((change, index) => (
      <Change key={index} {...change} />
    ))}
  </Text>
);

/** How the words of one version differ from another's: what went is struck out, what came underlined. */
export const DifferenceView = ({ difference }: { difference: Difference }) => (
  <div>
    <Changes changes={difference.title} />
    <Changes changes={difference.text} />
  </div>
);
