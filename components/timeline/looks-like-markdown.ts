const signs = /^ {0,3}(?:#{1,6} |[-*+] |\d{1,9}[.)] |> ?|```|~~~|\|)|[*_`]\S|~~\S|https?:\/\/|www\./m;

/** True when a text may mean something as Markdown; plain words need no renderer. Linear in its length. */
export function looksLikeMarkdown(text: string): boolean {
  return signs.test(text) || text.includes('](') || text.includes('][');
}
