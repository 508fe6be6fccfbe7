import 'server-only';

/** The whole style of what people without the console see: phone first, dark and light, print. */
export const style = `
:root{color-scheme:light dark;--page:#f9fafb;--card:#fff;--ink:#1b2027;--soft:#505a66;--line:#d6dae0;--edge:#7d8794;--link:#0b57a8;--ok:#17693c;--degraded:#855300;--down:#b3211d;--off:#566070;--on:#fff}
@media (prefers-color-scheme:dark){:root{--page:#0e1116;--card:#161b22;--ink:#e8ebef;--soft:#a6b0bc;--line:#2b323c;--edge:#6c7683;--link:#83bbf7;--ok:#79cf9c;--degraded:#efc062;--down:#ff9089;--off:#aab3bf;--on:#0e1116}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.25rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;font-size:.9375rem}
header b{color:var(--ink)}
header p{margin:0}
main:first-child{padding-top:1.5rem}
h1{font-size:1.625rem;line-height:1.25;margin:.5rem 0 .75rem;text-wrap:balance}
h2{font-size:1.0625rem;margin:2rem 0 .5rem}
h3{font-size:.9375rem;font-weight:400;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;color:var(--soft)}
p{margin:.25rem 0 .75rem}
a{color:var(--link)}
time{font-variant-numeric:tabular-nums}
.local{white-space:nowrap}
.local,.soft,footer{color:var(--soft);font-size:.875rem}
.phase{display:inline-block;border:1.5px solid currentColor;border-radius:999px;padding:.0625rem .7rem;font-weight:650;font-size:.875rem;color:var(--degraded)}
.phase.resolved{color:var(--ok)}.phase.monitoring{color:var(--link)}
.now{margin:1.5rem 0 0}
.due{padding:.625rem .875rem;border:1px solid var(--line);border-left:4px solid var(--link);border-radius:6px;background:var(--card)}
.due.late{border-left-color:var(--down);font-weight:600}
.notice{padding:.625rem .875rem;border:1px solid var(--line);border-left:4px solid var(--degraded);border-radius:6px;background:var(--card);margin:1rem 0 0}
ul,ol{list-style:none;margin:0;padding:0}
.impact{display:grid;gap:.375rem}
.impact li{display:flex;flex-wrap:wrap;gap:0 .625rem;align-items:baseline}
.impact b{font-weight:600}
svg{width:.75rem;height:.75rem;flex:none}
.ok{color:var(--ok)}.degraded{color:var(--degraded)}.down{color:var(--down)}.disabled,.unknown{color:var(--off)}
.updates li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.875rem 1rem;margin:.75rem 0}
.subject{display:block;font-weight:600;margin-bottom:.25rem}
.text{white-space:pre-line;margin:0}
label{display:block;font-size:.9375rem;margin-bottom:.25rem}
input,select,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:6px;padding:.5rem .75rem;min-height:2.75rem;max-width:100%}
input{width:22rem}
button{background:var(--link);border-color:var(--link);color:var(--on);font-weight:600;padding-inline:1.25rem;cursor:pointer}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
footer{margin-top:2.5rem;padding-top:1rem;padding-bottom:2rem;border-top:1px solid var(--line)}
.paper{display:none}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#999;--link:#000;--ok:#000;--degraded:#000;--down:#000;--off:#000}form,button,.vh,#lost{display:none}.paper{display:block;color:#000}a::after{content:none}.updates li{break-inside:avoid}}
`;
