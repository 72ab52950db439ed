/** A stream sent a line or an event longer than `maxFrameSize`: it is not read on. */
export class FrameError extends Error {
  override readonly name = "FrameError";

  constructor(maxFrameSize: number) {
    super(`The stream sent more than ${maxFrameSize} characters in one piece`);
  }
}
