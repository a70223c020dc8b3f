/**
 * Puts rules into the page once: Strapi's page links no style sheet that the build makes.
 *
 * @param id tells them from others
 */
export const addStyle = (id: string, rules: string): void => {
  if (document.getElementById(id)) return;
  const style = document.createElement('style');
  style.id = id;
  style.textContent = rules;
  document.head.append(style);
};
