/** One page that draws cards well enough to be used: buttons, selects, forms, tables, details. */
export const page = String.raw`<!doctype html><html lang="en"><meta charset="utf-8"><title>fake Feishu</title>
<style>
body{font:14px/1.5 system-ui,sans-serif;margin:0;display:grid;grid-template-columns:220px 1fr;height:100vh;background:#f5f6f7}
nav{background:#fff;border-right:1px solid #dee0e3;overflow:auto;padding:8px}nav button{display:block;width:100%;text-align:left;border:0;background:none;padding:6px;border-radius:6px;cursor:pointer}
nav button.on{background:#e1eaff}main{display:flex;flex-direction:column;height:100vh}#feed{flex:1;overflow:auto;padding:16px}
.m{max-width:640px;margin:0 0 12px}.m>small{color:#8f959e}.card{background:#fff;border:1px solid #dee0e3;border-radius:8px;overflow:hidden}.card>h3{margin:0;padding:8px 12px;background:#e1eaff;font-size:15px}
.card>div{padding:8px 12px}.e{margin:6px 0}.row{display:flex;gap:8px;flex-wrap:wrap}.row>*{flex:1 1 auto}.card button{border:1px solid #d0d3d6;background:#fff;border-radius:6px;padding:4px 12px;cursor:pointer}
.card button.primary,.card button.primary_filled{background:#3370ff;color:#fff;border-color:#3370ff}.card button.danger,.card button.danger_filled{color:#d83931;border-color:#d83931}
input,textarea,select{width:100%;box-sizing:border-box;font:inherit}table{border-collapse:collapse}td,th{border:1px solid #dee0e3;padding:2px 8px}pre{white-space:pre-wrap;font:inherit;margin:0}
footer{display:flex;gap:8px;padding:8px;background:#fff;border-top:1px solid #dee0e3}#toast{position:fixed;top:12px;left:50%;background:#1f2329;color:#fff;padding:6px 14px;border-radius:6px;display:none}
</style><nav id="who"></nav><main><div id="feed"></div><footer><select id="chat" style="width:180px"></select><input id="say" placeholder="/perf …   绩效 …"><button id="menu">menu…</button><button id="enter">enter</button></footer></main><div id="toast"></div>
<script type="module">
const $=(id)=>document.getElementById(id);let me,view={},last='';
const el=(tag,props={},...kids)=>{const e=Object.assign(document.createElement(tag),props);e.append(...kids.filter(k=>k!=null));return e};
const words=(t)=>t==null?'':typeof t==='string'?t:(t.i18n_content&&t.i18n_content[view.language])||t.content||'';
const toast=(t)=>{$('toast').textContent=t;$('toast').style.display='block';setTimeout(()=>{$('toast').style.display='none'},3000)};
const act=async(body)=>{const r=await (await fetch('/_/do',{method:'POST',body:JSON.stringify({user:me,...body})})).json();
  if(r.toast)toast(r.toast);if(r.error)toast('error '+r.error+(r.fault?' '+r.fault:''));if(r.missing)toast('required: '+r.missing.join(', '));if(r.opened)open(r.opened);last='';await refresh()};
const md=(text)=>{const p=el('pre');p.textContent=text;
  p.innerHTML=p.innerHTML.replace(/\*\*([^*]+)\*\*/g,'<b>$1</b>').replace(/&lt;\/?(font|text_tag)[^&]*&gt;/g,'').replace(/&lt;at id=['"]?([^'"&]+)['"]?&gt;&lt;\/at&gt;/g,'@$1').replace(/&amp;#(\d+);/g,'&#$1;').replace(/&lt;br ?\/?&gt;/g,'<br>');return p};
function draw(m){let n=-1;const values={};
  const press=(i,more={})=>act({what:'press',message:m.id,element:i,values,more});
  const set=(e,v)=>{if(v===''||v==null)delete values[e.name];else values[e.name]=v};
  const one=(e,form)=>{const i=++n;const kids=()=>(e.elements||e.columns||[]).map(x=>one(x,e.tag==='form'?true:form));
    const select=(many)=>{const s=el('select',{multiple:many,disabled:!!e.disabled});if(!many)s.append(el('option',{value:''},words(e.placeholder)||'…'));
      for(const o of e.options||[])s.append(el('option',{value:o.value,selected:o.value===e.initial_option||(e.selected_values||[]).includes(o.value)},words(o.text)||o.value));
      s.onchange=()=>{const v=many?[...s.selectedOptions].map(o=>o.value):s.value;form?set(e,v):press(i,{option:v})};return s};
    const field=(type,key)=>{const s=el(type==='area'?'textarea':'input',{value:e[key]||'',maxLength:e.max_length||1000,placeholder:words(e.placeholder)});if(type!=='area')s.type=type;if(e.rows)s.rows=e.rows;
      s.oninput=()=>{values[e.name]=type==='datetime-local'?s.value.replace('T',' '):s.value};return s};
    const map={markdown:()=>md(words(e)),div:()=>md([words(e.text),...(e.fields||[]).map(f=>words(f.text))].join('\n')),hr:()=>el('hr'),img:()=>el('i',{},'[image: '+words(e.alt)+']'),
      column_set:()=>el('div',{className:'row'},...kids()),column:()=>el('div',{},...kids()),form:()=>el('div',{},...kids()),
      collapsible_panel:()=>el('details',{open:!!e.expanded},el('summary',{},words(e.header.title)),...kids()),
      button:()=>el('button',{className:e.type||'',disabled:!!e.disabled,onclick:()=>{if(!e.confirm||confirm(words(e.confirm.title)+'\n'+words(e.confirm.text)))press(i)}},words(e.text)),
      overflow:()=>{const s=el('select',{},el('option',{value:''},'…'),...(e.options||[]).map(o=>el('option',{value:o.value},words(o.text))));s.onchange=()=>press(i,{option:s.value});return s},
      input:()=>el('label',{},words(e.label),field(e.input_type==='multiline_text'?'area':'text','default_value')),
      select_static:()=>select(false),select_person:()=>select(false),multi_select_static:()=>select(true),multi_select_person:()=>select(true),
      date_picker:()=>field('date','initial_date'),picker_time:()=>field('time','initial_time'),picker_datetime:()=>field('datetime-local','initial_datetime'),
      checker:()=>{const c=el('input',{type:'checkbox',checked:!!e.checked,style:'width:auto'});c.onchange=()=>form?(values[e.name]=c.checked):press(i,{checked:c.checked});return el('label',{},c,' ',words(e.text))},
      table:()=>el('table',{},el('tr',{},...e.columns.map(c=>el('th',{},c.display_name||''))),...e.rows.map(r=>el('tr',{},...e.columns.map(c=>el('td',{},words(r[c.name])))))),
      chart:()=>el('small',{},'['+e.chart_spec.type+' '+JSON.stringify(e.chart_spec.data)+']'),person:()=>el('b',{},'@'+e.user_id),person_list:()=>el('b',{},(e.persons||[]).map(p=>'@'+p.id).join(' '))};
    return el('div',{className:'e'},(map[e.tag]||(()=>el('i',{},e.tag)))())};
  return el('div',{className:'card'},el('h3',{},words(m.card.header&&m.card.header.title)),el('div',{},...(m.card.body.elements||[]).map(e=>one(e,false))))}
async function refresh(){if(!me)return;const text=await (await fetch('/_/view?user='+me)).text();if(text===last)return;last=text;view=JSON.parse(text);
  const chosen=$('chat').value;$('chat').replaceChildren(...view.chats.map(c=>el('option',{value:c.id},c.type==='p2p'?'growloop':c.name)));if(chosen)$('chat').value=chosen;
  $('feed').replaceChildren(...view.messages.map(m=>el('div',{className:'m'},el('small',{},m.from+' · '+new Date(m.createdAt).toLocaleString()),m.card?draw(m):md(JSON.parse(m.content).text||m.content))));$('feed').scrollTop=1e9}
for(const p of await (await fetch('/_/people')).json())$('who').append(el('button',{onclick:(ev)=>{me=p.openId;last='';for(const b of $('who').children)b.className='';ev.target.className='on';refresh()}},p.name+(p.title?' · '+p.title:'')));
$('say').onkeydown=(ev)=>{if(ev.key==='Enter'&&ev.target.value){act({what:'say',text:ev.target.value,chat:$('chat').value});ev.target.value=''}};
$('menu').onclick=()=>{const key=prompt('event_key');if(key)act({what:'menu',key})};$('enter').onclick=()=>act({what:'enter'});
const typing=()=>['INPUT','TEXTAREA','SELECT'].includes(document.activeElement?.tagName)&&document.activeElement.closest('.card');
setInterval(()=>{if(!typing())refresh()},1000);$('who').firstChild?.click();
</script></html>`;
