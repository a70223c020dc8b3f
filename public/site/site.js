/**
 * What scripts add to pages that are whole without them: large type, high contrast, reading aloud,
 * printing, and the site's titles under the search box while one types.
 */

const remember = (name, isOn) => {
  try {
    localStorage.setItem(name, isOn ? 'yes' : 'no');
  } catch {
    // It holds for this page then.
  }
};

const setUpSwitches = () => {
  const root = document.documentElement;
  for (const button of document.querySelectorAll('[data-switch]')) {
    const name = button.dataset.switch;
    button.setAttribute('aria-pressed', String(root.classList.contains(name)));
    button.addEventListener('click', () => {
      const isOn = root.classList.toggle(name);
      button.setAttribute('aria-pressed', String(isOn));
      remember(name, isOn);
    });
  }
  for (const group of document.querySelectorAll('[data-switches]')) group.hidden = false;
};

const SENTENCE = /[^。！？；\n]+[。！？；]?/gu;

/** Browsers stop in the middle of long texts: they are read sentence by sentence. */
const setUpReading = () => {
  const button = document.querySelector('[data-read]');
  const content = document.querySelector('[data-readable]');
  if (!button || !content || !('speechSynthesis' in window)) return;
  const stop = () => {
    speechSynthesis.cancel();
    button.setAttribute('aria-pressed', 'false');
    button.textContent = '朗读';
  };
  const read = () => {
    const sentences = content.innerText.match(SENTENCE) ?? [];
    sentences.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = 'zh-CN';
      if (index === sentences.length - 1) utterance.addEventListener('end', stop);
      speechSynthesis.speak(utterance);
    });
    button.setAttribute('aria-pressed', 'true');
    button.textContent = '停止朗读';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-pressed') === 'true') stop();
    else read();
  });
  window.addEventListener('pagehide', stop);
};

const setUpPrinting = () => {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
};

const WAIT_MS = 300;
const MOST_TITLES = 8;

const titlesFor = async (words) => {
  const query = new URLSearchParams({ q: words, pageSize: String(MOST_TITLES) });
  const response = await fetch(`/api/search?${query}`);
  if (!response.ok) return [];
  const { data } = await response.json();
  return [...new Set(data.map(({ title }) => title))];
};

const setUpSuggestions = (input) => {
  const list = document.createElement('datalist');
  list.id = `${input.id}-titles`;
  input.after(list);
  input.setAttribute('list', list.id);
  let timer = 0;
  let latest = '';
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const words = input.value.trim();
    if (words.length < 2 || words === latest) return;
    timer = setTimeout(async () => {
      latest = words;
      const titles = await titlesFor(words).catch(() => []);
      if (words !== latest) return;
      list.replaceChildren(
        ...titles.map((title) => {
          const option = document.createElement('option');
          option.value = title;
          return option;
        })
      );
    }, WAIT_MS);
  });
};

setUpSwitches();
setUpReading();
setUpPrinting();
for (const input of document.querySelectorAll('input[type="search"]')) setUpSuggestions(input);
