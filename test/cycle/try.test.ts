import { cycles } from '../../src/cycles/model.ts';
import { lived } from './lived.ts';
test('x', async () => {
  const t = Date.now();
  const { w, did } = await lived('cycle-try');
  const [c] = await w.inside(() => cycles.find({}));
  console.log((Date.now()-t)/1000, w.clock.now(), c?.state, c?.opened.length, c?.locked?.length);
  const db = w.store.connection;
  console.log(JSON.stringify((await db.collection('participants').find({}).toArray()).map(({person,state})=>({person,state}))));
  console.log(JSON.stringify((await db.collection('appeals').find({}).toArray()).map(({person,state})=>({person,state}))), JSON.stringify((await db.collection('interviews').find({}).toArray()).map(({person,state})=>({person,state}))));
  console.log(JSON.stringify((await db.collection('ratings').find({}).toArray()).map(({person,state,rater})=>({person,state,rater}))));
  console.log(JSON.stringify((await db.collection('jobs').find({state:'dead'}).toArray())).slice(0,2000));
  const count = new Map<string, number>(); for (const d of did) { const k = d.split(': ')[1] ?? ''; count.set(k, (count.get(k) ?? 0) + 1); }
  console.log([...count].map(([k,n])=>k+' '+n).join('\n'));
  for (const p of ['hanna','dev','bo']) console.log('#### '+p+'\n'+w.as(p).sees().slice(-16000));
  await w.end();
}, 600_000);
