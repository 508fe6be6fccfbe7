import 'server-only';

/** The whole style of the page of an export: system fonts, dark and light, print. */
export const style = `
:root { color-scheme: light dark; --page: #fbfbfa; --ink: #1b1f24; --soft: #535b66; --line: #d5d9de; --card: #fff;
  --link: #0b5cad; --good: #17653a; --loud: #a11a1a; }
@media (prefers-color-scheme: dark) { :root { --page: #0f1216; --ink: #e6e9ed; --soft: #a3acb8; --line: #2c333c;
  --card: #161a20; --link: #7db8f5; --good: #74c995; --loud: #ff9a94; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, header, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; }
header { padding: 2rem 1rem 0; }
main { padding-top: 0; }
time { white-space: nowrap; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
h4 { font-size: .9375rem; margin: .75rem 0 0; }
a { color: var(--link); }
nav a { margin-right: 1rem; display: inline-block; padding: .25rem 0; }
p { margin: .25rem 0 .75rem; }
code, time { font-variant-numeric: tabular-nums; }
code { font-family: ui-monospace, monospace; font-size: .875rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dt, .soft { color: var(--soft); }
dd { margin: 0; }
ol, ul { list-style: none; margin: 0; padding: 0; }
li { padding: .4rem 0; border-bottom: 1px solid var(--line); }
li:last-child { border-bottom: 0; }
.entry { display: grid; grid-template-columns: 16.5rem 1fr; gap: 0 1rem; }
.typed { white-space: pre-wrap; margin: .25rem 0 0; padding-left: .75rem; border-left: 2px solid var(--line); }
.loud { color: var(--loud); } .good { color: var(--good); }
.file { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; margin: .75rem 0; }
.file h3 { margin-top: 0; }
@media (max-width: 40rem) { .entry, dl { grid-template-columns: 1fr; } dt { margin-top: .25rem; } }
@media print { :root { --page: #fff; --ink: #000; --soft: #444; --line: #bbb; --card: #fff; --link: #000; }
  body { font-size: 11pt; } nav { display: none; } li, .file { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;
