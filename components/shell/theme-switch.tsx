'use client';

const YEAR_S = 31_536_000;

function switchTheme() {
  const root = document.documentElement;
  const shown = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
  const next = shown === 'light' ? 'dark' : 'light';
  root.dataset.theme = next;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // The server reads it to render the right theme at once; the Cookie Store API is not everywhere yet.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `theme=${next}; path=/; max-age=${YEAR_S}; samesite=lax${secure}`;
}

/** Dark or light. Without a choice the system decides. */
export function ThemeSwitch() {
  return (
    <button
      type="button"
      onClick={switchTheme}
      aria-label="Switch between dark and light"
      title="Dark or light"
      className="grid size-9 place-items-center rounded-md text-dim hover:bg-raise hover:text-text pointer-coarse:size-11"
    >
      <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
    </button>
  );
}
