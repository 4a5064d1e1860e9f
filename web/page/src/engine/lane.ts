// One worker with one engine. It works on the first question it was told that has no answer; the
// list is replaced whenever the page wants something else, so the latest wins.

import type { EngineReply, Question } from "./question";
import type { FromWorker, ToWorker } from "./worker";

/// What a lane tells whoever made it.
export interface LaneEvents {
  started(key: string): void;
  progressed(key: string, part: number): void;
  replied(key: string, slot: string, reply: EngineReply): void;
  failed(key: string | null, message: string): void;
  /// Nobody wanted it any more, and it was ended.
  dropped(key: string): void;
  compiled(module: WebAssembly.Module): void;
}

export interface LaneWorker {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/// A question nobody wants any more may still end by itself in this time; stopping the engine and
/// starting it again takes about as long.
const patience = 120;

export class Lane {
  private worker: LaneWorker | null = null;
  private ready = false;
  private running: string | null = null;
  private slot = "";
  private wanted: Question[] = [];
  private stopping: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly makeWorker: () => LaneWorker,
    private readonly startMessage: () => ToWorker,
    private readonly events: LaneEvents,
  ) {}

  want(questions: Question[]) {
    this.wanted = questions;
    if (this.running !== null && !questions.some((question) => question.key === this.running)) {
      this.stopping ??= setTimeout(() => this.stopRunning(), patience);
    } else if (this.stopping !== null) {
      clearTimeout(this.stopping);
      this.stopping = null;
    }
    this.next();
  }

  /// Ends the worker if it is on a question that is wanted no more.
  private stopRunning() {
    this.stopping = null;
    const { running } = this;
    if (running !== null && !this.wanted.some((question) => question.key === running)) {
      this.drop();
      this.events.dropped(running);
      this.next();
    }
  }

  private drop() {
    this.worker?.terminate();
    this.worker = null;
    this.ready = false;
    this.running = null;
  }

  private next() {
    const question = this.wanted[0];
    if (this.running !== null || question === undefined) {
      return;
    }
    if (this.worker === null) {
      this.start();
    } else if (this.ready) {
      this.running = question.key;
      this.slot = question.slot;
      this.events.started(question.key);
      const { verb, operands, flags, files } = question;
      this.worker.postMessage({
        kind: "ask",
        key: question.key,
        question: { verb, operands, flags, files },
      });
    }
  }

  private start() {
    this.worker = this.makeWorker();
    this.worker.onmessage = (event) => this.hear(event.data);
    this.worker.onerror = (event) => this.fail(this.running, event.message || "the engine could not be started");
    this.worker.postMessage(this.startMessage());
  }

  private hear(message: FromWorker) {
    if (message.kind === "ready") {
      this.ready = true;
      this.events.compiled(message.module);
      this.next();
    } else if (message.kind === "progress") {
      this.events.progressed(message.key, message.part);
    } else if (message.kind === "broken") {
      this.fail(message.key, message.message);
    } else {
      this.running = null;
      this.wanted = this.wanted.filter((question) => question.key !== message.key);
      this.events.replied(message.key, this.slot, message.reply);
      this.next();
    }
  }

  /// After a failure nothing in the module can be trusted: it is started anew for the next question.
  private fail(key: string | null, message: string) {
    this.drop();
    const first = key ?? this.wanted[0]?.key ?? null;
    this.wanted = this.wanted.filter((question) => question.key !== first);
    this.events.failed(first, message);
  }
}
