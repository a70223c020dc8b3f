import { useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { InboxItem } from '../../../shared/contracts';
import { DenseTable, Scroller } from '../shared/dense-table';
import { trId } from '../shared/translations';
import { ReasonDialog } from '../submissions/ReasonDialog';
import { InboxRow } from './InboxRow';
import { commandOf, type KeyCommand } from './inbox-state';
import { useAccept } from './useAccept';
import type { InboxPosition } from './useInboxPosition';
import { useRowFocus } from './useRowFocus';

interface InboxListProps {
  items: readonly InboxItem[];
  caption: string;
  /** Whether the office decides on these. */
  isDecidable: boolean;
  position: InboxPosition;
  /** Brings what is shown of the current piece into view, which on a narrow screen is below. */
  onShow: () => void;
  /** Goes to where an entry is made of the current piece. */
  onEntry: () => void;
}

/** What the list asks before it does it. */
interface Asked {
  action: 'return' | 'decline';
  item: InboxItem;
}

/** What waits, a row each. Letters work while the focus is in the list; Tab leaves it as ever. */
export const InboxList = ({
  items,
  caption,
  isDecidable,
  position,
  onShow,
  onEntry,
}: InboxListProps) => {
  const { current, selected, moveTo, toggle } = position;
  const { focus, follow, register } = useRowFocus(items, current);
  const accept = useAccept();
  const [asked, setAsked] = useState<Asked | null>(null);

  const acceptOne = async (item: InboxItem) => {
    follow(true);
    if (!(await accept(item))) follow(false);
  };

  const run = (command: KeyCommand, item: InboxItem) => {
    if (command === 'next') focus(current + 1);
    if (command === 'previous') focus(current - 1);
    if (command === 'entry') onEntry();
    if (!isDecidable) return;
    if (command === 'select') toggle(item.documentId);
    if (command === 'accept') void acceptOne(item);
    if (command === 'return' || command === 'decline') setAsked({ action: command, item });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const command = commandOf(event);
    const item = items[current];
    if (!command || !item || asked) return;
    event.preventDefault();
    run(command, item);
  };

  return (
    <>
      <Scroller role="region" aria-label={caption} onKeyDown={onKeyDown}>
        <DenseTable>
          <caption>{caption}</caption>
          <Head isDecidable={isDecidable} />
          <tbody>
            {items.map((item, index) => (
              <InboxRow
                key={item.documentId}
                item={item}
                isCurrent={index === current}
                isSelected={isDecidable ? selected.has(item.documentId) : undefined}
                linkRef={(link) => register(index, link)}
                onCurrent={() => moveTo(index)}
                onSelect={() => toggle(item.documentId)}
                onShow={onShow}
              />
            ))}
          </tbody>
        </DenseTable>
      </Scroller>
      {asked ? (
        <ReasonDialog
          action={asked.action}
          documentId={asked.item.documentId}
          title={asked.item.title}
          onClose={() => {
            setAsked(null);
            focus(current);
          }}
          onDone={() => follow(true)}
        />
      ) : null}
    </>
  );
};

const Head = ({ isDecidable }: { isDecidable: boolean }) => {
  const { formatMessage } = useIntl();
  return (
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
        <th scope="col">{formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}</th>
        <th scope="col">
          {formatMessage({ id: trId('inbox.waiting'), defaultMessage: 'Waiting' })}
        </th>
      </tr>
    </thead>
  );
};
