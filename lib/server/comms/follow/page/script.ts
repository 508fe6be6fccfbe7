import 'server-only';

/**
 * The follow page's only script: the reader's own time beside UTC, the minutes that are left, and news without a reload.
 * Plain JavaScript for any browser of the last years; it stands in the page, under its hash.
 */
export const script = `
(() => {
const by = (id) => document.getElementById(id);
const { path, lang, local, lost, back, news } = document.body.dataset;
const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dated = new Intl.DateTimeFormat(lang, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
let etag = '', heard = Date.now(), streamed = 0, asked = 0, isLost = false, isPolling = false, asking = false, source;

function localTimes() {
  for (const time of document.querySelectorAll('time:not([data-seen])')) {
    time.dataset.seen = '1';
    const at = new Date(time.dateTime);
    if (at.getTimezoneOffset() === 0) continue;
    const own = document.createElement('span');
    own.className = 'local';
    own.textContent = ' (' + (at.getDate() === at.getUTCDate() ? clock : dated).format(at) + ' ' + local + ')';
    time.after(own);
  }
}
function countDown() {
  const line = document.querySelector('.due[data-at]');
  if (!line) return;
  const left = Math.ceil((Date.parse(line.dataset.at) - Date.now()) / 60000);
  const parts = line.querySelectorAll(':scope > span:not(.local)');
  line.classList.toggle('late', left <= 0);
  const set = (part, text) => { if (part && part.textContent !== text) part.textContent = text; };
  set(parts[0], left > 0 ? line.dataset.due : line.dataset.late);
  const { min, hours } = line.dataset;
  set(parts[1], left <= 0 ? '' : ', ' + (left > 90 ? hours.replace('{h}', Math.round(left / 60)) : min.replace('{m}', left)));
}
function ages() {
  for (const one of document.querySelectorAll('[data-since]')) {
    const min = Math.max(0, Math.floor((Date.now() - Date.parse(one.dataset.since)) / 60000)), h = Math.floor(min / 60);
    const span = min < 1 ? (lang === 'fr' ? 'moins d’1 min' : 'under 1 min') : h < 1 ? min + ' min' : h < 48 ? h + ' h ' + String(min % 60).padStart(2, '0') + ' min' : Math.floor(h / 24) + (lang === 'fr' ? ' j ' : ' d ') + h % 24 + ' h';
    const text = one.dataset.say.replace('{d}', span);
    if (one.textContent !== text) one.textContent = text;
  }
}
function say(text) { by('said').textContent = text; }
function fine() {
  heard = Date.now();
  if (!isLost) return;
  isLost = false;
  by('lost').hidden = true;
  say(back);
}
function live() {
  streamed = Date.now();
  isPolling = false;
  fine();
}
function gone() {
  if (isLost || Date.now() - heard < (isPolling ? 35000 : 9000)) return;
  isLost = true;
  const line = by('lost');
  line.textContent = lost.replace('{t}', clock.format(heard));
  line.hidden = false;
  say(line.textContent);
}
async function ask() {
  if (asking) return;
  asking = true;
  asked = Date.now();
  try {
    const answer = await fetch(location.href, { headers: etag ? { 'if-none-match': etag } : {}, signal: AbortSignal.timeout(10000) });
    if (answer.status === 404 || answer.redirected) return location.reload();
    if (answer.status === 200) {
      etag = answer.headers.get('etag') || '';
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    }
    if (answer.status !== 200 && answer.status !== 304) return;
    isPolling = Date.now() - streamed > 9000;
    fine();
  } catch {} finally { asking = false; }
}
function show(next) {
  const fresh = next.getElementById('live'), now = by('live');
  if (!fresh || fresh.dataset.version === now.dataset.version) return;
  now.replaceWith(fresh);
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  localTimes();
  countDown();
  ages();
  if (parseInt(fresh.dataset.version) === parseInt(now.dataset.version)) return;
  const due = fresh.querySelector('.due');
  say(news + ': ' + fresh.dataset.sentence + '. ' + (due ? due.textContent : ''));
}
function follow() {
  source = new EventSource(path + '/stream');
  source.addEventListener('at', (event) => {
    live();
    if (event.data !== by('live').dataset.version) ask();
  });
  source.addEventListener('ping', live);
  source.addEventListener('gone', () => { source.close(); location.reload(); });
  source.onopen = live;
  // Some networks let no stream through: then the page is asked for instead.
  source.onerror = () => { if (Date.now() - asked > 5000) ask(); };
}
localTimes();
countDown();
ages();
addEventListener('beforeprint', () => { const p = by('printed'); p.textContent = p.dataset.say.replace('{t}', dated.format(Date.now()) + ' ' + local); });
setInterval(() => { countDown(); ages(); gone(); }, 3000);
setInterval(() => {
  if (Date.now() - streamed < 9000) return;
  ask();
  if (source.readyState === 2) { source.close(); follow(); }
}, 15000);
follow();
})();
`.trim();
