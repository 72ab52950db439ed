/*
 * What has to hold in every runtime: plain code without a test framework, so that
 * it runs where only `fetch` and promises do. `run.ts` carries it there.
 */
import { callChecks } from "./calls.ts";
import type { Servers } from "./check.ts";
import { eventChecks } from "./events.ts";

export { receiveEvent } from "./events.ts";

export interface Report {
  readonly name: string;
  /** Undefined when it held. */
  readonly problem?: string;
}

/** Runs every check that this runtime has the means for. */
export async function runSuite(servers: Servers): Promise<Report[]> {
  const reports: Report[] = [];
  for (const [name, check] of Object.entries({ ...callChecks, ...(await eventChecks(servers)) })) {
    try {
      await check(servers);
      reports.push({ name });
    } catch (error) {
      reports.push({ name, problem: String((error as Error)?.stack ?? error) });
    }
  }
  return reports;
}
