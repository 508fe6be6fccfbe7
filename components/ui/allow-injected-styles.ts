/**
 * The scroll lock under Radix's modal dialog adds one <style> element. Under the page's content security policy it
 * has to carry the page's nonce; the library reads it from this global. Call before the dialog is rendered.
 */
export function allowInjectedStyles(): void {
  const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
