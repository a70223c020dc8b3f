import rules from './loading-fields.css?inline';

/** Hides what stands for our inputs in a form until they are loaded; the labels stay. */
export const styleLoadingFields = (): void => {
  const style = document.createElement('style');
  style.textContent = rules;
  document.head.append(style);
};
