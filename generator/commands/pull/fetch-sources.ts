import type { Diagnostics } from "../../diagnostics.ts";
import { openConnections } from "../../load/network/connections.ts";
import { naming } from "../../load/network/policy.ts";
import { Fetcher, type Tally } from "./fetcher.ts";
import type { KeptFiles } from "./kept-files.ts";
import type { PullProject } from "./pull-project.ts";
import { pullSource } from "./pull-source.ts";
import { CONCURRENCY, type PulledSource } from "./pulled.ts";

/** Fetches every source, one after the other; writes nothing. Diagnostics: those of `pullSource`. */
export async function fetchSources(
  { sources, policy }: PullProject,
  kept: KeptFiles,
  diagnostics: Diagnostics,
  progress: (text: string) => void,
): Promise<readonly PulledSource[]> {
  using connections = openConnections(CONCURRENCY);
  const timed = { ...policy, deadline: Date.now() + policy.totalTimeout };
  const pulled: PulledSource[] = [];
  try {
    for (const plan of sources) {
      const fetcher = new Fetcher({
        policy: naming(timed, plan.from),
        connections,
        onProgress: (tally) => progress(progressLine(plan.from, tally)),
      });
      pulled.push(await pullSource(plan, { fetcher, kept, diagnostics }));
    }
  } finally {
    progress("");
  }
  return pulled;
}

function progressLine({ host }: URL, { asked, done }: Tally): string {
  return `Pulling from ${host}: ${done} of ${asked}`;
}
