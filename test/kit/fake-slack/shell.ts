/** The page around what `page.ts` draws: who looks, what they type, and the clicks. */

const style = `
body{font:15px/1.45 Lato,"Helvetica Neue",Arial,"WenQuanYi Micro Hei",sans-serif;margin:0;color:#1d1c1d;display:grid;grid-template-columns:14em 1fr 24em;height:100vh}
nav{background:#4a154b;color:#fff;padding:1em}nav a{display:block;color:#fff;padding:.25em;text-decoration:none}nav a.on{background:#1164a3;border-radius:6px}
main,#home{overflow:auto;padding:1em}#home{border-left:1px solid #ddd;background:#fafafa}article{margin:0 0 1em;max-width:44em}article>i{color:#616061}
section aside{float:right}section,small,h3{display:block;margin:.4em 0}small{color:#616061}.fields{display:grid;grid-template-columns:1fr 1fr;gap:.3em}
button{font:inherit;font-weight:700;background:#fff;border:1px solid #bbb;border-radius:4px;padding:.3em .8em;margin:.15em 0;cursor:pointer}
button.primary{background:#007a5a;border-color:#007a5a;color:#fff}button.danger{background:#e01e5a;border-color:#e01e5a;color:#fff}
hr{border:0;border-top:1px solid #ddd}table{border-collapse:collapse}td,th{border:1px solid #ddd;padding:.2em .6em;text-align:left}img{max-width:100%}
dialog{border:0;border-radius:8px;box-shadow:0 8px 40px #0006;width:32em;max-height:80vh;overflow:auto}label{display:block;margin:.7em 0}label input,label select,label textarea{display:block;width:100%;font:inherit;box-sizing:border-box}
.alert{color:#b00020}form{position:sticky;bottom:0;background:#fff;padding:.5em 0}form input{width:80%;font:inherit;padding:.5em}`;

const script = `
const who = new URLSearchParams(location.search).get('as') || document.querySelector('nav a').dataset.id;
for (const a of document.querySelectorAll('nav a')) a.classList.toggle('on', a.dataset.id === who);
const post = (what) => fetch('/try/' + who, { method: 'POST', body: JSON.stringify(what) });
const dialog = document.querySelector('dialog');
let last = {};
async function look() {
  const now = await (await fetch('/try/' + who)).json();
  const main = document.querySelector('#messages');
  if (now.messages !== last.messages) { main.innerHTML = now.messages; main.parentElement.scrollTop = 1e9; }
  if (now.home !== last.home) document.querySelector('#home div').innerHTML = now.home;
  if (now.modal !== last.modal) { dialog.innerHTML = now.modal; now.modal ? dialog.open || dialog.showModal() : dialog.close(); }
  document.querySelector('#trouble').textContent = now.troubles.at(-1) || '';
  last = now;
}
const field = (label) => { const e = label.querySelector('select,input,textarea'); return e.multiple ? [...e.selectedOptions].map((o) => o.value).filter(Boolean) : e.value; };
const typed = () => Object.fromEntries([...dialog.querySelectorAll('[data-field]')].map((l) => [l.dataset.field, field(l)]));
const place = (e) => dialog.contains(e) ? { in: 'modal' } : document.querySelector('#home').contains(e) ? { in: 'home' } : { in: e.closest('article').dataset.ts };
document.addEventListener('click', (e) => {
  const b = e.target.closest('button'); if (!b) return;
  if (b.dataset.press) post({ press: b.dataset.press, ...place(b) });
  if (b.dataset.submit) post({ submit: typed() });
  if (b.dataset.close) post({ close: true });
});
document.addEventListener('change', (e) => { const s = e.target; if (s.dataset.pick && !s.closest('[data-field]') && s.value) post({ press: s.dataset.pick, value: s.value, ...place(s) }); });
document.querySelector('form').addEventListener('submit', (e) => { e.preventDefault(); const i = e.target.elements.text; if (i.value) post({ say: i.value }); i.value = ''; });
document.querySelector('#open').addEventListener('click', () => post({ home: true }));
new EventSource('/try').onmessage = look;
look();`;

export const shell = (
  people: { id: string; name: string }[],
): string => `<!doctype html><meta charset="utf-8"><title>A Slack to try with</title>
<style>${style}</style>
<nav><h3>Fake Slack</h3>${people.map((p) => `<a data-id="${p.id}" href="?as=${p.id}">${p.name}</a>`).join('')}</nav>
<main><div id="messages"></div><p class="alert" id="trouble"></p><form><input name="text" placeholder="Write, or /perf …" autocomplete="off"><button>Send</button></form></main>
<div id="home"><button id="open">Open Home</button><div></div></div><dialog></dialog><script>${script}</script>`;
