import { useEffect, useRef } from 'react';
import type { InboxItem } from '../../../shared/contracts';
import { withinList } from './position';

interface RowFocus {
  /** Puts the keyboard on a row, or on the nearest that there is. */
  focus: (index: number) => void;
  /** Takes in, or lets go of, the link that stands for a row. */
  register: (index: number, link: HTMLAnchorElement | null) => void;
  /** Whether the list that comes next takes the keyboard. */
  follow: (isFollowing: boolean) => void;
}

/** Keeps the keyboard in the list: when it opens, and when what it stood on is decided and gone. */
export const useRowFocus = (items: readonly InboxItem[], current: number): RowFocus => {
  const links = useRef(new Map<number, HTMLAnchorElement>());
  // What is decided leaves the list; the focus then goes to what took its place.
  const isFollowing = useRef(false);

  const focus = (index: number) => {
    const link = links.current.get(withinList(index, items.length));
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
    if (!isFollowing.current && !isLost) return;
    isFollowing.current = false;
    focusCurrent.current();
  }, [items]);

  return {
    focus,
    register: (index, link) => {
      if (link) links.current.set(index, link);
      else links.current.delete(index);
    },
    follow: (value) => {
      isFollowing.current = value;
    },
  };
};
