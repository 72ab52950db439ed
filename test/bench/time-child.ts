/** Times the stages of one run; in a process of its own, because the first run is what users wait for. */

import { tuneV8 } from "../../generator/commands/tune-v8.ts";
import { readTemplates } from "./read-templates.ts";
import { runStages, type Stage } from "./stages.ts";

tuneV8();
const [document = "", folder = ""] = process.argv.slice(2);
const templates = readTemplates(folder);
const times: Partial<Record<Stage, number>> = {};
let before = process.cpuUsage();
await runStages(document, templates, (stage) => {
  const { user, system } = process.cpuUsage(before);
  times[stage] = (user + system) / 1000;
  before = process.cpuUsage();
});
console.log(JSON.stringify(times));
