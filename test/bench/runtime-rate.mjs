// node runtime-rate.mjs MODULE: what a call costs beside a bare fetch, in processor time of this process.
import { pathToFileURL } from "node:url";

const event = (n) => ({
  id: `evt_${n}`,
  object: "event",
  type: "task_run.completed",
  data: { task_run_id: `trun_${n}`, status: "completed", n },
  created_at: "2026-11-21T00:00:00Z",
});
const body = JSON.stringify({
  data: [event(1), event(2)],
  has_more: true,
  next_cursor: "c2",
  request_id: "req_1",
});
const stub = async () => new Response(body, { headers: { "content-type": "application/json" } });

const { setup } = await import(pathToFileURL(process.argv[2]).href);
const call = setup(stub);
const params = { type: ["task_run.completed", "credential.verified"], limit: 20, cursor: "c1" };
const headers = { authorization: "Bearer sk_live_x", accept: "application/json" };
const url =
  "https://api.deck.co/v2/events?type=task_run.completed&type=credential.verified&limit=20&cursor=c1";
const bare = async () => (await stub(url, { headers })).json();
const ours = () => call(params);

const ROUNDS = 31;
const CALLS = 3_000;

async function cost(make) {
  const start = process.cpuUsage();
  for (let n = 0; n < CALLS; n++) await make();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / CALLS;
}

await cost(bare);
await cost(ours);
const pairs = [];
for (let n = 0; n < ROUNDS; n++) pairs.push({ bare: await cost(bare), ours: await cost(ours) });
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
console.log(
  JSON.stringify({
    node: process.version,
    bareMicroseconds: median(pairs.map((it) => it.bare)),
    oursMicroseconds: median(pairs.map((it) => it.ours)),
    ratio: median(pairs.map((it) => it.bare / it.ours)),
  }),
);
