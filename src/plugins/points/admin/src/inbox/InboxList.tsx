import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Checkbox, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { InboxItem } from '../../../shared/contracts';
import { UID } from '../constants';
import { useMoveSubmissionMutation } from '../submissions/submissions-api';
import { ReasonDialog } from '../submissions/ReasonDialog';
import { WaitingTime } from '../submissions/WaitingTime';
import { useChoiceLabel } from '../shared/choices';
import { sentenceOf } from '../shared/errors';
import { trId } from '../shared/translations';
import { DenseTable, Scroller } from '../shared/dense-table';
import { commandOf, type KeyCommand } from './inbox-state';

const Row = styled.tr<{ $isCurrent: boolean }>`
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

interface InboxListProps {
  items: readonly InboxItem[];
  caption: string;
  /** Whether the office decides on these. */
  isDecidable: boolean;
  selected: ReadonlySet<string>;
  current: number;
  onSelect: (documentId: string) => void;
  onCurrent: (index: number) => void;
  /** Brings what is shown of the current piece into view, which on a narrow screen is below. */
  onShow: () => void;
  /** Goes to where an entry is made of the current piece. */
  onEntry: () => void;
}

/** What waits, a row each. Letters work while the focus is in the list; Tab leaves it as ever. */
export const InboxList = ({
  items,
  caption,
  isDecidable,
  selected,
  current,
  onSelect,
  onCurrent,
  onShow,
  onEntry,
}: InboxListProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const labelOf = useChoiceLabel();
  const [move] = useMoveSubmissionMutation();
  const [asking, setAsking] = useState<{ action: 'return' | 'decline'; item: InboxItem } | null>(
    null
  );
  const links = useRef(new Map<number, HTMLAnchorElement>());
  // What is decided leaves the list; the focus then goes to what took its place.
  const hasToFocus = useRef(false);

  const focus = (index: number) => {
    const link = links.current.get(Math.max(0, Math.min(index, items.length - 1)));
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
  };

  const focusCurrent = useRef<() => void>(() => undefined);
  focusCurrent.current = () => focus(current);

  // The keys work at once, without a click into the list first; who is at work on the page stays there.
  useEffect(() => {
    const page = links.current.get(0)?.closest('main');
    if (!page?.contains(document.activeElement)) focusCurrent.current();
  }, []);

  useEffect(() => {
    // The focus is also lost with a row that was gone already when the list came.
    const isLost = document.activeElement === document.body;
    if (!hasToFocus.current && !isLost) return;
    hasToFocus.current = false;
    focusCurrent.current();
  }, [items]);

  const accept = async (item: InboxItem) => {
    hasToFocus.current = true;
    const result = await move({ documentId: item.documentId, action: 'accept', body: {} });
    if ('error' in result) {
      hasToFocus.current = false;
      toggleNotification({
        type: 'danger',
        message:
          sentenceOf(result.error) ??
          formatMessage({ id: trId('life.failed'), defaultMessage: 'That could not be done.' }),
      });
      return;
    }
    toggleNotification({
      type: 'success',
      message: formatMessage(
        { id: trId('inbox.accepted'), defaultMessage: 'Accepted: {title}' },
        { title: item.title }
      ),
    });
  };

  const run = (command: KeyCommand, item: InboxItem) => {
    if (command === 'next') focus(current + 1);
    if (command === 'previous') focus(current - 1);
    if (command === 'entry') onEntry();
    if (!isDecidable) return;
    if (command === 'select') onSelect(item.documentId);
    if (command === 'accept') void accept(item);
    if (command === 'return' || command === 'decline') setAsking({ action: command, item });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const command = commandOf(event);
    const item = items[current];
    if (!command || !item || asking) return;
    event.preventDefault();
    run(command, item);
  };

  return (
    <>
      <Scroller role="region" aria-label={caption} onKeyDown={onKeyDown}>
        <DenseTable>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {isDecidable ? (
                <th scope="col">
                  {formatMessage({ id: trId('inbox.select'), defaultMessage: 'Select' })}
                </th>
              ) : null}
              <th scope="col">
                {formatMessage({ id: trId('inbox.title-column'), defaultMessage: 'Title' })}
              </th>
              <th scope="col">
                {formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
              </th>
              <th scope="col">
                {formatMessage({ id: trId('inbox.waiting'), defaultMessage: 'Waiting' })}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              <Row
                key={item.documentId}
                $isCurrent={index === current}
                aria-current={index === current ? 'true' : undefined}
                onClick={() => onCurrent(index)}
              >
                {isDecidable ? (
                  <td>
                    <Checkbox
                      aria-label={formatMessage(
                        { id: trId('inbox.select-one'), defaultMessage: 'Select {title}' },
                        { title: item.title }
                      )}
                      checked={selected.has(item.documentId)}
                      onCheckedChange={() => onSelect(item.documentId)}
                    />
                  </td>
                ) : null}
                <td>
                  <RouterLink
                    ref={(link) => {
                      if (link) links.current.set(index, link);
                      else links.current.delete(index);
                    }}
                    to={`/content-manager/collection-types/${UID.submission}/${item.documentId}`}
                    onFocus={() => onCurrent(index)}
                  >
                    {item.title}
                  </RouterLink>
                  <Typography tag="div" variant="pi" textColor="neutral600">
                    {item.category ? labelOf(item.category) : null}
                    {item.attachments > 0
                      ? ` · ${formatMessage(
                          { id: trId('inbox.attachments'), defaultMessage: '{count} files' },
                          { count: item.attachments }
                        )}`
                      : null}
                  </Typography>
                  {item.duplicates > 0 ? (
                    <TextButton
                      startIcon={<WarningCircle />}
                      onClick={() => {
                        onCurrent(index);
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
              </Row>
            ))}
          </tbody>
        </DenseTable>
      </Scroller>
      {asking ? (
        <ReasonDialog
          action={asking.action}
          documentId={asking.item.documentId}
          title={asking.item.title}
          onClose={() => {
            setAsking(null);
            focus(current);
          }}
          onDone={() => {
            hasToFocus.current = true;
          }}
        />
      ) : null}
    </>
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
