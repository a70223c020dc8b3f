import { Badge, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { NoticeView } from '../../../shared/contracts';
import { noticeAddress } from '../../../shared/notice-address';
import { trId } from '../shared/translations';
import { useMarkNoticesMutation } from './notices-api';
import { useKindName } from './useKindName';
import { useMarking } from './useMarking';

const List = styled.ul`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

const Item = styled.li<{ $isUnread: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: 0.8rem 1.6rem;
  align-items: flex-start;
  justify-content: space-between;
  padding: 1.2rem 1.6rem;
  border-left: 4px solid
    ${({ $isUnread, theme }) => ($isUnread ? theme.colors.primary600 : 'transparent')};

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** What the account was told of, the newest first; each leads to what it is about. */
export const NoticeList = ({ notices }: { notices: readonly NoticeView[] }) => (
  <List data-testid="notices">
    {notices.map((notice) => (
      <Notice key={notice.documentId} notice={notice} />
    ))}
  </List>
);

const Notice = ({ notice }: { notice: NoticeView }) => {
  const { formatDate, formatMessage } = useIntl();
  const kindName = useKindName();
  const { read, isLoading } = useMarking();
  const [mark] = useMarkNoticesMutation();
  const { at, documentId, kind, readAt, text } = notice;
  const isUnread = readAt === null;
  const open = () => {
    if (isUnread) void mark({ documentIds: [documentId] });
  };
  return (
    <Item $isUnread={isUnread}>
      <Flex direction="column" alignItems="flex-start" gap={1} style={{ flex: '1 1 24rem' }}>
        <Link tag={RouterLink} to={`/${noticeAddress(notice)}`} onClick={open}>
          <Typography fontWeight={isUnread ? 'bold' : undefined}>{text}</Typography>
        </Link>
        <Flex gap={2} wrap="wrap">
          <Badge size="S">{kindName(kind)}</Badge>
          <Typography variant="pi" textColor="neutral600">
            {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
          </Typography>
          {isUnread ? (
            <Typography variant="pi" fontWeight="bold" textColor="primary600">
              {formatMessage({ id: trId('notice.state.unread'), defaultMessage: 'Unread' })}
            </Typography>
          ) : null}
        </Flex>
      </Flex>
      {isUnread ? (
        <Button
          size="S"
          variant="tertiary"
          disabled={isLoading}
          onClick={() => void read({ documentIds: [documentId] })}
        >
          {formatMessage({ id: trId('notice.mark'), defaultMessage: 'Mark as read' })}
        </Button>
      ) : null}
    </Item>
  );
};
