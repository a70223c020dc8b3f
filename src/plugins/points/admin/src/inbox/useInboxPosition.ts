import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { InboxItem } from '../../../shared/contracts';
import { currentIndex, selectedIn, toggled, visitAt } from './position';

/** Where somebody stands in a list of the inbox, and what is selected in it. */
export interface InboxPosition {
  /** The row that is current, -1 when there is none. */
  current: number;
  /** documentIds. */
  selected: ReadonlySet<string>;
  moveTo: (index: number) => void;
  toggle: (documentId: string) => void;
  selectAll: () => void;
  clear: () => void;
}

/** The position in the list, kept in the browser's history for whoever comes back. */
export const useInboxPosition = (items: readonly InboxItem[]): InboxPosition => {
  const location = useLocation();
  const navigate = useNavigate();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);
  const selected = selectedIn(items, marked);
  return {
    current: currentIndex(items, chosen, location.state),
    selected,
    moveTo: (index) => {
      if (index === chosen) return;
      setChosen(index);
      navigate(`${location.pathname}${location.search}`, {
        replace: true,
        state: visitAt(items[index]),
      });
    },
    toggle: (documentId) => setMarked(toggled(selected, documentId)),
    selectAll: () => setMarked(new Set(items.map(({ documentId }) => documentId))),
    clear: () => setMarked(new Set()),
  };
};
