/* Before anything is drawn: what this reader chose on an earlier page. */
(() => {
  const root = document.documentElement;
  for (const name of ['large-type', 'high-contrast']) {
    try {
      if (localStorage.getItem(name) === 'yes') root.classList.add(name);
    } catch {
      // A browser that keeps nothing shows every page as it comes.
    }
  }
})();
