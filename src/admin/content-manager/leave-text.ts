const EDITOR = '[data-slate-editor="true"]';

/** Whether the cursor stands in a list, whose lines Tab moves in and out. */
const isInList = (): boolean => {
  const node = document.getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('li') != null && element.closest(EDITOR) != null;
};

/**
 * Lets Tab lead on from a text, as from any other field: Strapi's text editor keeps the key also where
 * it does nothing with it, and whoever has no mouse would be held there (WCAG 2.1.2). In a list, whose
 * lines it moves, Esc leads out first.
 */
export const letTabLeaveTexts = (): void => {
  window.addEventListener(
    'keydown',
    (event) => {
      const isTab = event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey;
      if (!isTab || !(event.target instanceof Element)) return;
      if (event.target.closest(EDITOR) && !isInList()) event.stopImmediatePropagation();
    },
    { capture: true }
  );
};
