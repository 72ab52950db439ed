import { spawn } from "node:child_process";

/** TypeScript's language server, as editors talk to it. */
export interface Server extends Disposable {
  /** Sends a request that has no answer. */
  tell(command: string, about: object): void;
  /** Sends a request and gives the body of its answer; undefined when it has none. */
  ask(command: string, about: object): Promise<unknown>;
}

interface Answer {
  readonly type: string;
  readonly request_seq: number;
  readonly body?: unknown;
}

/** Starts `tsserver.js` with a Node of one's choice. */
export function startServer({
  node,
  script,
  folder,
}: {
  readonly node: string;
  readonly script: string;
  readonly folder: string;
}): Server {
  const options = ["--disableAutomaticTypingAcquisition", "--suppressDiagnosticEvents"];
  const child = spawn(node, [script, ...options], {
    cwd: folder,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const waiting = new Map<number, (body: unknown) => void>();
  readAnswers(child.stdout, ({ type, request_seq, body }) => {
    if (type !== "response") return;
    waiting.get(request_seq)?.(body);
    waiting.delete(request_seq);
  });
  let sent = 0;
  const send = (command: string, about: object): number => {
    const seq = ++sent;
    child.stdin.write(`${JSON.stringify({ seq, type: "request", command, arguments: about })}\n`);
    return seq;
  };
  return {
    tell: (command, about) => void send(command, about),
    ask: (command, about) => new Promise((resolve) => waiting.set(send(command, about), resolve)),
    [Symbol.dispose]: () => void child.kill(),
  };
}

/** Answers come one a line, between headers and empty lines. */
function readAnswers(stream: NodeJS.ReadableStream, onAnswer: (answer: Answer) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("{")) onAnswer(JSON.parse(line) as Answer);
  });
}
