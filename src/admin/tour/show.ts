import { driver, type PopoverDOM } from 'driver.js';
import rules from 'driver.js/dist/driver.css?inline';
import { addStyle } from '../shared/add-style';
import own from './tour.css?inline';

/** A step in words. */
export interface ShownStep {
  title: string;
  text: string;
  menu: string | null;
}

/** What its buttons say, and its colours. */
export interface TourLook {
  next: string;
  back: string;
  done: string;
  skip: string;
  /** With `{{current}}` and `{{total}}`. */
  progress: string;
  colours: Readonly<
    Record<'background' | 'text' | 'faint' | 'border' | 'accent' | 'on-accent', string>
  >;
}

/** What the library points at where a step points at nothing, and what it says of it as of a button. */
const PLACEHOLDER = 'driver-dummy-element';
const OF_A_BUTTON = ['aria-haspopup', 'aria-expanded', 'aria-controls'];

/** The menu's entry, where it is drawn: on a telephone the menu is closed. */
const entryOf = (menu: string | null): Element | undefined => {
  const entry = menu === null ? null : document.querySelector(`nav a[href$="/${menu}"]`);
  return entry && entry.getClientRects().length > 0 ? entry : undefined;
};

/** Shows the steps one after the other; arrow keys, Tab and Esc work, and the focus goes back where it was. */
export const showTour = (steps: readonly ShownStep[], look: TourLook): void => {
  addStyle('site-tour-style', rules + own);
  const before = document.activeElement;
  const dress = ({ closeButton, wrapper }: PopoverDOM): void => {
    closeButton.textContent = look.skip;
    closeButton.setAttribute('aria-label', look.skip);
    for (const [name, colour] of Object.entries(look.colours)) {
      wrapper.style.setProperty(`--tour-${name}`, colour);
    }
  };
  driver({
    // While it moves from one place to the next it takes no keys.
    animate: false,
    popoverClass: 'site-tour',
    showProgress: true,
    progressText: look.progress,
    nextBtnText: look.next,
    prevBtnText: look.back,
    doneBtnText: look.done,
    onPopoverRender: dress,
    onHighlighted: (_element, _step, { state }) => {
      const placeholder = document.getElementById(PLACEHOLDER);
      OF_A_BUTTON.forEach((name) => placeholder?.removeAttribute(name));
      // Enter goes on; to leave takes a key of its own.
      state.popover?.nextButton.focus();
    },
    onDestroyed: () => {
      if (before instanceof HTMLElement) before.focus();
    },
    steps: steps.map(({ menu, text, title }, index) => ({
      element: entryOf(menu),
      popover: {
        title,
        description: text,
        showButtons: index === 0 ? ['next', 'close'] : ['previous', 'next', 'close'],
      },
    })),
  }).drive();
};
