import { Checkbox, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { InboxItem } from '../../../shared/contracts';
import { UID } from '../constants';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { WaitingTime } from '../submissions/WaitingTime';

const Line = styled.tr<{ $isCurrent: boolean }>`
  && > td {
    background: ${({ theme, $isCurrent }) =>
      $isCurrent ? theme.colors.primary100 : theme.colors.neutral0};
  }

  a {
    color: ${({ theme }) => theme.colors.neutral800};
    font-weight: 600;
    text-decoration: none;
  }

  a:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 3px;
  }
`;

interface InboxRowProps {
  item: InboxItem;
  isCurrent: boolean;
  /** Whether it is selected; absent where nothing is. */
  isSelected?: boolean;
  /** Takes the link, on which the keyboard stands. */
  linkRef: (link: HTMLAnchorElement | null) => void;
  onCurrent: () => void;
  onSelect: () => void;
  /** Brings what is shown of it into view. */
  onShow: () => void;
}

/** A piece that waits: what it is, from whom, how long. */
export const InboxRow = ({
  item,
  isCurrent,
  isSelected,
  linkRef,
  onCurrent,
  onSelect,
  onShow,
}: InboxRowProps) => {
  const { formatMessage } = useIntl();
  return (
    <Line $isCurrent={isCurrent} aria-current={isCurrent ? 'true' : undefined} onClick={onCurrent}>
      {isSelected === undefined ? null : (
        <td>
          <Checkbox
            aria-label={formatMessage(
              { id: trId('inbox.select-one'), defaultMessage: 'Select {title}' },
              { title: item.title }
            )}
            checked={isSelected}
            onCheckedChange={onSelect}
          />
        </td>
      )}
      <td>
        <RouterLink
          ref={linkRef}
          to={`/content-manager/collection-types/${UID.submission}/${item.documentId}`}
          onFocus={onCurrent}
        >
          {item.title}
        </RouterLink>
        <Facts item={item} />
        {item.duplicates > 0 ? (
          <TextButton
            startIcon={<WarningCircle />}
            onClick={() => {
              onCurrent();
              onShow();
            }}
          >
            {formatMessage(
              {
                id: trId('inbox.duplicates'),
                defaultMessage:
                  '{count, plural, one {# likely duplicate} other {# likely duplicates}}',
              },
              { count: item.duplicates }
            )}
          </TextButton>
        ) : null}
      </td>
      <td>{item.contributors.map(({ unit }) => unit.name).join('、')}</td>
      <td>
        <When item={item} />
      </td>
    </Line>
  );
};

const Facts = ({ item: { attachments, category } }: { item: InboxItem }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  return (
    <Typography tag="div" variant="pi" textColor="neutral600">
      {category ? labelOf(category) : null}
      {attachments > 0
        ? ` · ${formatMessage(
            { id: trId('inbox.attachments'), defaultMessage: '{count} files' },
            { count: attachments }
          )}`
        : null}
    </Typography>
  );
};

const When = ({ item }: { item: InboxItem }) => {
  const { formatDate } = useIntl();
  return (
    <>
      {item.waiting ? <WaitingTime waiting={item.waiting} /> : null}
      <Typography tag="div" variant="pi" textColor="neutral600">
        {formatDate(item.since, {
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
        })}
      </Typography>
    </>
  );
};
