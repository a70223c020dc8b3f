import rules from './menu.css?inline';

/** Puts the menu's rules into the page: Strapi's page links no style sheet that the build makes. */
export const styleMenu = (): void => {
  const style = document.createElement('style');
  style.textContent = rules;
  document.head.append(style);
};
