// Preloaded into measured processes (processes.ts): says at the end what the process used.
process.once("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
  // oxlint-disable-next-line typescript/no-require-imports -- an ES module would be loaded later, and dearer
  require("node:fs").writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
});
